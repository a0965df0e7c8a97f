-- SPDX-License-Identifier: GPL-3.0-or-later
-- A diary of version 1 with a record of every kind, for test-schema: what follows the first script of data/schema.
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (1,1,'6ac1f425-ff47-40eb-b867-2f8ceebc1448',1772502000,1772502000,1,NULL,0,NULL,NULL,18249,'0''/􏿽"[,]ﬁ" é</b>"ßNULL</b> [,]éA');
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (2,2,'6e696768-7400-8000-8000-000020150420',1772502000,1772502000,1,NULL,0,NULL,NULL,16545,' {}{}éé%s􏿽''
.{}0 \﻿	/');
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (3,3,'f4df855c-96dc-4a4a-82cf-84beb3235d2e',1772502000,1772502000,1,NULL,0,3023706946,-28,NULL,'İ%s‏[,]calféNULL	calf');
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (4,4,'c03538d2-a349-4060-b9db-010d20562c0a',1772502000,1772502000,1,NULL,0,1564406140,540,NULL,NULL);
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (5,5,'1fd038c7-2c1a-4f35-8516-dd456574c9a4',1772502000,1772502000,1,NULL,0,1461130488,824,NULL,NULL);
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (6,6,'d78f562d-473f-4757-9fc9-d2903bceaf9c',1772502000,1772502000,1,NULL,0,1793231917,-32,NULL,' 痛calfé‏"z-');
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (7,7,'6d8520fd-8e65-429c-adaa-783722eebad2',1772502000,1772502000,1,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (8,8,'464f250f-340b-469e-92ef-a1db40986b8e',1772502000,1772502000,1,NULL,0,1794707731,720,NULL,'-‏{}A""0 
[,]痛é\"/.‏ ‏0zﬁ');
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (9,9,'bc2d487b-85d2-4144-85ad-7597bc9fad0e',1772502000,1772502000,1,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (10,10,'529b38d9-43a2-43e7-abb8-d07077a609ff',1772502000,1772502000,1,NULL,0,NULL,NULL,NULL,'
􏿽􏿽/􏿽%sé/.');
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (11,11,'9fe7c87c-f326-4c43-b344-fca2d38f68a2',1772502000,1772502000,1,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (12,12,'fe711567-fe29-41c6-8bcb-4bdca8c15434',1772502000,1772502000,1,NULL,0,NULL,NULL,NULL,'0"NULL''NULL[,]🦵');
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (13,13,'3643056d-b998-4c16-8c71-53e64d88f992',1772502000,1772502000,1,NULL,0,1500270365,-169,NULL,NULL);
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (14,14,'8a7bd156-3832-4b0f-b59d-7cc7bcf626b0',1772502000,1772502000,1,NULL,0,1707254995,-48,NULL,'痛﻿z[,]</b>İ
ﬁ
"[,]');
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (15,15,'d889b911-4704-4b6b-adc3-ca58d15944e6',1772502000,1772502000,1,NULL,0,1418855152,-347,NULL,'é‏.􏿽.﻿İNULL');
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (16,16,'abc2334c-7958-4244-9614-e8adcd9c1cc0',1772502000,1772502000,1,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (17,17,'9d849401-3008-410d-967a-50749f5be426',1772502000,1772502000,1,NULL,0,NULL,NULL,19171,' 
ß"
0z-
éNULLé/</b>\İ ');
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (18,18,'d1afd400-95e8-4ba5-8f82-a56e4815cf48',1772502000,1772502000,1,NULL,0,NULL,NULL,NULL,'ﬁ');
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (19,19,'dc077df6-e308-4286-8efa-f0c183e53d33',1772502000,1772502000,1,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (20,20,'70726f66-696c-8500-8000-000000000000',1772502000,1772502000,1,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (21,21,'72656d69-6e64-8000-8000-000000000002',1772502000,1772502000,1,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (22,22,'72656d69-6e64-8000-8000-000000000000',1772502000,1772502000,1,NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "record" ("id","kind","uuid","created","modified","revision","deleted","purged","at","at_offset","day","note") VALUES (23,23,'fe72b68f-fc00-4ddc-aa70-2d283861453c',1772502000,1772502000,1,NULL,0,1654739889,-70,NULL,NULL);
INSERT INTO "episode" ("id","precision","start_span_min","end","end_offset","seconds","open","pain","doing","woke","impact","fell","injury","sore_hours","still_hard","eases_on_stopping_minutes","recurrences","night_time") VALUES (1,'night',NULL,1466063943,-720,0,0,4,'resting',1,'stopped','almost',1,1,0,1352,1,1);
INSERT INTO "episode_sites" ("id","position","muscle","side") VALUES (1,0,'calf','left');
INSERT INTO "episode_tried" ("id","position","action","helped","started_after_min") VALUES (1,0,'A12','a-little',451);
INSERT INTO "episode_tried" ("id","position","action","helped","started_after_min") VALUES (1,1,'A9','no',1245);
INSERT INTO "episode_tried" ("id","position","action","helped","started_after_min") VALUES (1,2,'medicine','a-little',56);
INSERT INTO "night" ("id","said","count","wakings_by_cramp","enough_sleep","sleep_lost_to_cramps","sleep_worry") VALUES (2,'cramps',0,99,1,0,0);
INSERT INTO "check" ("id","episode","finished") VALUES (3,'7e39274d-6a07-4703-8a64-cb800cc9bff8',0);
INSERT INTO "check_answers" ("id","position","fact","value","number","unit","past","days_ago") VALUES (3,0,'heat_over_1h','yes',NULL,NULL,NULL,NULL);
INSERT INTO "verdict" ("id","level","complete","rules_version","check","acknowledgement","acknowledged","acknowledged_offset") VALUES (4,'emergency',0,895886,'c0b6bcc1-6d97-425e-a19f-9e3cf6ffc1e9','called',1611760123,651);
INSERT INTO "verdict_findings" ("id","position","rule","level","basis","facts") VALUES (4,0,'A63-b_c:d.38','emergency','source','A/0 ');
INSERT INTO "verdict_findings" ("id","position","rule","level","basis","facts") VALUES (4,1,'A26-b_c:d.89','none','design','	🦵{}A0痛ßA\-痛􏿽\ ﻿''é-[,]{}".İ%s'' /é.');
INSERT INTO "verdict_open_questions" ("id","position","fact") VALUES (4,0,'calf_warm');
INSERT INTO "verdict_open_questions" ("id","position","fact") VALUES (4,1,'stabbing_pain');
INSERT INTO "verdict_open_questions" ("id","position","fact") VALUES (4,2,'toxin');
INSERT INTO "prompt" ("id","prompt","level","answer","answered","answered_offset") VALUES (5,'A83-b_c:d.93','emergency','stopped',1595395021,-420);
INSERT INTO "drink" ("id","drink","amount_ml","container") VALUES (6,'other',0,'8f9fad2e-5e2a-4980-84c6-119dd020703f');
INSERT INTO "container" ("id","name","amount_ml","drink") VALUES (7,'zé{}[,]
calfA ﻿/0􏿽0',7216295,'tea-or-coffee');
INSERT INTO "meal" ("id","meal") VALUES (8,'snack');
INSERT INTO "meal_items" ("id","position","food","own_food","name","servings") VALUES (8,0,'A31-b_c:d.43','0ccdfc35-d8c9-45af-bdaf-436e3d66a9bc','0-🦵éé%s/ ',1000000);
INSERT INTO "meal_items" ("id","position","food","own_food","name","servings") VALUES (8,1,'A21-b_c:d.87','748d6457-513e-49a0-8825-c72afd15f2ca',' {}􏿽NULL0
-.  	ﬁ',1);
INSERT INTO "food" ("id","name","serving","potassium_mg","calcium_mg","magnesium_mg") VALUES (9,'痛NULLz','􏿽 痛ﬁßéNULLé{}🦵A/NULLéA
﻿	z	﻿ßßNULLA-</b>/[,]﻿ %s z🦵calfééNULL 🦵\􏿽痛	\</b>NULL🦵{}􏿽-''NULL􏿽%s痛🦵{}{}[,]🦵.􏿽[,]🦵calfcalf‏🦵 zzé</b> 
􏿽''﻿􏿽zcalf0{}" \%s''%s🦵\calféﬁ é	/-ﬁ痛/"0	ßé‏\ﬁ''''NULL''NULL﻿ß[,]',78939984,86447943,1);
INSERT INTO "medicine" ("id","name","strength","form","instructions","reason","started","started_unsure","stopped","ask_doctor") VALUES (10,'".﻿İ‏ANULLA{}é[,]\􏿽calf%s','İ 0-z-􏿽%s
</b>	ßzİ痛''İ"','ß􏿽‏ﬁ
İ􏿽Aﬁ..‏NULLé/</b>﻿İ{}
calf\','0🦵{}%s. İéé"''ﬁ.NULL-</b> 痛{}%s''','-0-calf{}  		0é🦵 		
 calf‏.A🦵ﬁ\--﻿é􏿽',18408,1,17972,0);
INSERT INTO "schedule" ("id","medicine","valid_from","valid_until","pattern","weekdays","every","month_day","short_month","window_from","window_until","days_on","days_off","cycle_start","gap_min","most_a_day") VALUES (11,'a007502a-daa7-4f4e-924a-aad219473f66',19810,15458,'weekdays',40,632,31,'skip',1439,1440,1,1000,20145,4497,15);
INSERT INTO "schedule_times" ("id","position","minute","amount") VALUES (11,0,1013,7702387);
INSERT INTO "schedule_times" ("id","position","minute","amount") VALUES (11,1,0,10000000);
INSERT INTO "schedule_pauses" ("id","position","from","until") VALUES (11,0,18980,20728);
INSERT INTO "schedule_pauses" ("id","position","from","until") VALUES (11,1,15397,17798);
INSERT INTO "dose_change" ("id","medicine","changed","strength_before","strength_after") VALUES (12,'86c3d98a-cf1f-4fa0-a2ab-672e7549603f',20069,'痛/
%sNULLcalf/''</b>''','痛zNULL􏿽''痛0‏</b> İ🦵"é');
INSERT INTO "stock" ("id","medicine","amount","warn_days") VALUES (13,'97eb307a-16af-4e1f-9805-ed312a6aa2e2',74985831,329);
INSERT INTO "dose" ("id","medicine","status","due_date","due_minute","amount") VALUES (14,'b59a672b-21e6-4893-b70a-564f5f412346','taken',19358,999,10000000);
INSERT INTO "stretch" ("id","seconds","plan","finished","by_hand") VALUES (15,86400,'bc4023c7-1411-49f4-9a7e-a00e04b172a4',0,0);
INSERT INTO "stretch_played" ("id","position","card","side","seconds","repeats") VALUES (15,0,'A30-b_c:d.61','left',1,1000);
INSERT INTO "plan" ("id","name","bedtime") VALUES (16,'ß" ‏‏﻿/痛é􏿽calf{}/',0);
INSERT INTO "plan_steps" ("id","position","card","hold_seconds","repeats","both_sides") VALUES (16,0,'A34-b_c:d.97',2865,71,0);
INSERT INTO "habit" ("id","habit") VALUES (17,'long-sitting');
INSERT INTO "routine" ("id","routine","name","start","stop") VALUES (18,'other','0é%sé-🦵 -🦵🦵﻿ﬁß%s-0/{}ﬁ',20738,20049);
INSERT INTO "favourite" ("id","favourite","target","opened","opened_offset","marked") VALUES (19,'plan','A71-b_c:d.95',1698566783,-180,0);
INSERT INTO "profile" ("id","birth_year","pregnant","due_date","birth_of_child","fluid_limit","fluid_limit_ml","potassium_limit","fall_risk","numb_feet","poor_circulation","smoking","family_clots","allergies","emergency_number","country","volume_unit","temperature_unit","first_weekday","usual_drink_ml","drink_goal_ml","letter_keys","sounds","welcome_done") VALUES (20,2174,0,16248,16836,0,101,0,0,0,0,'never',0,'ﬁﬁ','‏é 􏿽%s[,] 痛-NULL\痛/􏿽İé''-{}','ß ','us-cup','C',2,4507911,12538438,0,0,0);
INSERT INTO "profile_conditions" ("id","position","condition") VALUES (20,0,'heart-failure');
INSERT INTO "profile_conditions" ("id","position","condition") VALUES (20,1,'peripheral-artery-disease');
INSERT INTO "reminder" ("id","reminder","on","every_min","from_minute","until_minute","tone") VALUES (21,'drink',0,912,81,18,0);
INSERT INTO "reminder_times" ("id","position","minute","weekdays") VALUES (21,0,1,2);
INSERT INTO "reminding" ("id","quiet","quiet_from","quiet_until","wording","paused_until","paused_until_offset","offered") VALUES (22,1,632,198,'discreet',1480605803,540,1);
INSERT INTO "notice" ("id","reminder","due_date","due_minute","state","shown","shown_offset","answered","answered_offset","answer","snoozed_until","snoozed_until_offset") VALUES (23,'check-in',19724,179,'snoozed',5015746113,-691,1726896431,-60,'A25-b_c:d.13',1678875020,600);
INSERT INTO "notice_doses" ("id","position","medicine") VALUES (23,0,'ac26fbcd-b2ac-41d8-afd2-a9ecc0ec9dda');
INSERT INTO "notice_doses" ("id","position","medicine") VALUES (23,1,'7301d5d3-93e9-4527-aa2f-976222758c7f');
INSERT INTO "notice_doses" ("id","position","medicine") VALUES (23,2,'a4f4d90f-cec5-4d25-8157-65e61acb8fe0');
