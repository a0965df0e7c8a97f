/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a figure is said in words and with its place; nothing that a file holds ends the program. */
#include "base/soleus-json.h"
#include "drawing/soleus-figure-private.h"

#include <math.h>
#include <string.h>

/* A whole figure of two frames. Each %s of a case replaces one of its parts. */
#define ANCHOR "\"anchor\": {\"point\": \"pelvis\", \"at\": [0, 0.52]}"
#define NEAR "\"near\": {\"hip\": 10, \"knee\": 20, \"ankle\": 5, \"shoulder\": 20, \"elbow\": 30}"
#define FAR "\"far\": {\"hip\": 0, \"knee\": 10}"
#define POSE "\"pose\": {\"trunk\": 3, " NEAR ", " FAR "}"
#define START "{\"id\": \"start\", \"seconds\": 0, " ANCHOR ", " POSE "}"
#define HOLD "{\"id\": \"hold\", \"seconds\": 2, " ANCHOR ", \"pose\": {\"trunk\": 5, " NEAR ", " FAR "}}"
#define HEAD "\"id\": \"mine\", \"title\": \"My stretch\", \"alt\": \"A person stretches.\", \"box\": [-0.5, 0, 0.5, 1]"
#define FRAMES "\"frames\": [" START ", " HOLD "]"
#define GOOD "{" HEAD ", \"still\": \"hold\", " FRAMES "}"

static SoleusFigures *figures;
static GBytes *document;

static SoleusFigure *
read_text (const char *text,
           GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) parse_error = NULL;
  g_autoptr (JsonNode) node = soleus_json_parse (bytes, NULL, &parse_error);

  g_assert_no_error (parse_error);
  return soleus_figure_new_from_json (figures, node, error);
}

static void
test_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusFigure) figure = read_text (GOOD, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (soleus_figure_get_id (figure), ==, "mine");
  g_assert_cmpstr (soleus_figure_get_title (figure), ==, "My stretch");
  g_assert_cmpstr (soleus_figure_get_alt (figure), ==, "A person stretches.");
  g_assert_null (soleus_figure_get_cards (figure)[0]);
}

static void
test_messages (void)
{
  static const struct
  {
    const char *from, *to;
    SoleusFigureError code;
    const char *message;
  } cases[] = {
    { "\"trunk\": 5, \"near\": {\"hip\": 10, \"knee\": 20,", "\"trunk\": 5, \"near\": {\"hip\": 10, \"knee\": 170,", SOLEUS_FIGURE_ERROR_LIMIT,
      "Figure “My stretch”, frame “hold”: near knee is 170, the most is 145." },
    { "\"knee\": 10}", "\"knee\": -8}", SOLEUS_FIGURE_ERROR_LIMIT, "Figure “My stretch”, frame “start”: far knee is -8, the least is 0." },
    { "\"trunk\": 3", "\"trunk\": 101.26", SOLEUS_FIGURE_ERROR_LIMIT, "Figure “My stretch”, frame “start”: trunk is 101.3, the most is 100." },
    { FAR, "\"far\": {\"hip\": 98, \"knee\": 4}", SOLEUS_FIGURE_ERROR_LIMIT,
      "Figure “My stretch”, frame “start”: far hip is 98 with a straight knee, the most is then 92." },
    { POSE, POSE ", \"pins\": [{\"point\": \"near.palm\", \"at\": [2, 0]}]", SOLEUS_FIGURE_ERROR_REACH,
      "Figure “My stretch”, frame “start”: the near hand cannot reach its place, it is 1.766 away." },
    { "\"still\": \"hold\"", "\"still\": \"rest\"", SOLEUS_FIGURE_ERROR_VALUE, "Figure “My stretch”: “still” names a frame that is not there." },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"floor\", \"x\": [-2, 2]}, {\"type\": \"sofa\"}]", SOLEUS_FIGURE_ERROR_UNKNOWN,
      "Figure “My stretch”, prop 2: “type” should be one of: floor, wall, chair, bed, bed_above, stool, mat, pillow, towel, path, rod, walking_frame, wheelchair." },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"mat\", \"x\": [0, 1], \"in\": [\"gone\"]}]", SOLEUS_FIGURE_ERROR_VALUE,
      "Figure “My stretch”, prop 1: “in” names a frame that is not there." },
    { "\"point\": \"pelvis\"", "\"point\": \"near.nose\"", SOLEUS_FIGURE_ERROR_UNKNOWN,
      "Figure “My stretch”, frame “start”: “point” names a point “near.nose” that the body does not have." },
    { "\"seconds\": 2", "\"seconds\": 0", SOLEUS_FIGURE_ERROR_VALUE, "Figure “My stretch”, frame “hold”: this frame should come later than the one before it." },
    { "\"elbow\": 30", "\"elbow\": 1e308", SOLEUS_FIGURE_ERROR_VALUE, "Figure “My stretch”, frame “start”: “elbow” should be from -360 to 360." },
    { "\"elbow\": 30", "\"elbo\": 30", SOLEUS_FIGURE_ERROR_UNKNOWN, "Figure “My stretch”, frame “start”: “elbo” is not known." },
    { "\"elbow\": 30", "\"elbow\": \"30\"", SOLEUS_FIGURE_ERROR_TYPE, "Figure “My stretch”, frame “start”: “elbow” should be a number." },
    { "\"id\": \"hold\", ", "", SOLEUS_FIGURE_ERROR_MISSING, "Figure “My stretch”, frame 2: “id” is missing." },
    { "\"id\": \"mine\", ", "", SOLEUS_FIGURE_ERROR_MISSING, "Figure 1: “id” is missing." },
    { "\"title\": \"My stretch\", ", "", SOLEUS_FIGURE_ERROR_MISSING, "Figure “mine”: “title” is missing." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (GOOD);
      g_autoptr (SoleusFigure) figure = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (text, cases[i].from, cases[i].to, 1), ==, 1);
      figure = read_text (text->str, &error);
      g_assert_null (figure);
      g_assert_error (error, SOLEUS_FIGURE_ERROR, (int) cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* All are refused, each with the name of the figure. */
static void
test_refused (void)
{
  static const struct
  {
    const char *from, *to;
  } cases[] = {
    { "\"box\": [-0.5, 0, 0.5, 1]", "\"box\": [0.5, 0, -0.5, 1]" },
    { "\"box\": [-0.5, 0, 0.5, 1]", "\"box\": [-0.5, 0, 0.5]" },
    { "\"box\": [-0.5, 0, 0.5, 1]", "\"box\": [-0.5, 0, 0.5, 1e308]" },
    { "\"box\": [-0.5, 0, 0.5, 1]", "\"box\": 7" },
    { "\"still\": \"hold\"", "\"still\": null" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"view\": \"below\"" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"loop\": 1" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"body\": \"no\"" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"body\": false" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"belly\": []" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"grip\": {\"near\": \"iron\"}" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"grip\": {\"left\": \"fist\"}" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"wear\": {\"near\": \"hat\"}" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"target\": {\"side\": \"near\", \"muscle\": \"heart\"}" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"target\": {\"side\": \"left\", \"muscle\": \"calf\"}" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"target\": []" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"view\": \"front\", \"target\": {\"side\": \"near\", \"muscle\": \"calf\"}" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"order\": [\"trunk\"]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"order\": [\"trunk\", \"trunk\", \"head\", \"far.arm\", \"far.leg\", \"near.leg\", \"near.arm\"]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"order\": [\"trunk\", \"mid\", \"head\", \"far.arm\", \"far.leg\", \"near.leg\"]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"cards\": [7]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"cards\": \"A1\"" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"colour\": \"red\"" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"arrows\": [{\"from\": [\"pelvis\", 0, 0]}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"arrows\": [{\"from\": [\"pelvis\", 0], \"to\": [\"pelvis\", 0, 0]}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"arrows\": [{\"from\": [0, 0, 0], \"to\": [\"pelvis\", 0, 0]}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"arrows\": [{\"from\": [\"pelvis\", 0, 0], \"to\": [\"pelvis\", 0, 0], \"bend\": 9}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"arrows\": [{}, {}, {}, {}, {}, {}, {}, {}, {}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": {}" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [[]]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"floor\"}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"floor\", \"x\": [2, -2]}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"floor\", \"x\": [-2, 2], \"y\": 1}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"floor\", \"x\": [-2, 2], \"layer\": \"top\"}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"floor\", \"x\": [-2, 2], \"in\": []}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"chair\", \"x\": 0, \"face\": 0.5}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"pillow\", \"box\": [0, 0, -1, 1]}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"towel\", \"hand\": \"near.foot\", \"side\": \"near\"}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"towel\", \"hand\": \"near.palm\", \"side\": \"both\"}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"path\"}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"path\", \"d\": \"M0 0 Q1 1 2 2\"}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"path\", \"d\": \"\"}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"path\", \"d\": \"M0 0 L9000 0\"}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"path\", \"d\": \"M0 0 L1 0\", \"fill\": \"pink\"}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"path\", \"d\": \"M0 0 L1 0\", \"line\": 1e9}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"path\", \"d\": \"M0 0 L1 0\", \"opacity\": 2}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"path\", \"d\": \"M0 0 L1 0\", \"on\": \"near.tail\"}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"wheelchair\", \"x\": 0, \"face\": 2}]" },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"walking_frame\", \"x\": 0}]" },
    { FRAMES, "\"frames\": []" },
    { FRAMES, "\"frames\": {}" },
    { FRAMES, "\"frames\": [null, null]" },
    { FRAMES, "\"frames\": [[], []]" },
    { "\"id\": \"hold\"", "\"id\": \"start\"" },
    { "\"seconds\": 0", "\"seconds\": 1" },
    { "\"seconds\": 2", "\"seconds\": -2" },
    { "\"seconds\": 2", "\"seconds\": 1e30" },
    { ", " ANCHOR, "" },
    { ANCHOR, "\"anchor\": 5" },
    { ANCHOR, "\"anchor\": {\"point\": \"pelvis\"}" },
    { ANCHOR, "\"anchor\": {\"at\": [0, 0]}" },
    { ANCHOR, "\"anchor\": {\"point\": \"pelvis\", \"at\": [0, 1e300]}" },
    { ANCHOR, "\"anchor\": {\"point\": \"pelvis\", \"at\": [0, null]}" },
    { POSE, "\"pose\": null" },
    { POSE, "\"pose\": {" NEAR "}" },
    { POSE, "\"pose\": {" NEAR ", " FAR ", \"arms\": 3}" },
    { NEAR, "\"near\": {\"hip\": 10, \"shoulder_shift\": [1, 0]}" },
    { NEAR, "\"near\": {\"hip\": 10, \"thigh_seen\": 0.5}" },
    { POSE, POSE ", \"pins\": 4" },
    { POSE, POSE ", \"pins\": [{\"point\": \"near.knee\", \"at\": [0, 0]}]" },
    { POSE, POSE ", \"pins\": [{\"point\": \"near.heel\", \"at\": [0, 0]}]" },
    { POSE, POSE ", \"pins\": [{\"point\": \"near.heel\", \"at\": [0, 0], \"foot\": 0, \"hand\": 0}]" },
    { POSE, POSE ", \"pins\": [{\"point\": \"near.heel\", \"at\": [0, 0], \"foot\": 0}, {\"point\": \"near.toe\", \"at\": [0, 0], \"foot\": 0}]" },
    { POSE, POSE ", \"pins\": [{\"point\": \"near.palm\", \"at\": [0, 0], \"hand\": \"up\"}]" },
    { POSE, POSE ", \"grip\": \"fist\"" },
    { POSE, POSE ", \"pains\": []" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (GOOD);
      g_autoptr (SoleusFigure) figure = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s -> %s", cases[i].from, cases[i].to);
      g_assert_cmpuint (g_string_replace (text, cases[i].from, cases[i].to, 1), ==, 1);
      figure = read_text (text->str, &error);
      g_assert_null (figure);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (error->domain == SOLEUS_FIGURE_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "Figure “My stretch”"));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

/* A move can be wrong where both of its ends are right. */
static void
test_refused_on_the_way (void)
{
  g_autoptr (GString) text = g_string_new (GOOD);
  g_autoptr (SoleusFigure) figure = NULL;
  g_autoptr (GError) error = NULL;

  g_string_replace (text, POSE, POSE ", \"pins\": [{\"point\": \"far.ankle\", \"at\": [-0.35, 0.3], \"foot\": 0}]", 1);
  g_string_replace (text, HOLD, "{\"id\": \"hold\", \"seconds\": 2, \"anchor\": {\"point\": \"pelvis\", \"at\": [0, 0.95]}, " POSE
                                ", \"pins\": [{\"point\": \"far.ankle\", \"at\": [0.3, 0.65], \"foot\": 0}]}",
                    1);
  figure = read_text (text->str, &error);
  g_assert_null (figure);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (error->domain == SOLEUS_FIGURE_ERROR);
}

static void
test_nodes (void)
{
  g_autoptr (JsonNode) nothing = json_node_new (JSON_NODE_NULL);
  g_autoptr (JsonNode) number = json_node_init_int (json_node_alloc (), 7);
  g_autoptr (JsonNode) empty = json_node_init_array (json_node_alloc (), NULL);
  JsonNode *nodes[] = { NULL, nothing, number, empty };

  for (gsize i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (soleus_figure_new_from_json (figures, nodes[i], &error));
      g_assert_true (error->domain == SOLEUS_FIGURE_ERROR);
    }
}

/* Numbers that JSON cannot hold may still come in a tree. */
static void
test_not_a_number (void)
{
  static const double numbers[] = { NAN, INFINITY, -INFINITY, 1e308 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (GOOD, strlen (GOOD));
      g_autoptr (JsonNode) node = soleus_json_parse (bytes, NULL, NULL);
      JsonObject *frame = json_array_get_object_element (json_object_get_array_member (json_node_get_object (node), "frames"), 1);
      g_autoptr (GError) error = NULL;

      json_object_set_double_member (json_object_get_object_member (json_object_get_object_member (frame, "pose"), "near"), "hip", numbers[i]);
      g_assert_null (soleus_figure_new_from_json (figures, node, &error));
      g_assert_cmpstr (error->message, ==, "Figure “My stretch”, frame “hold”: “hip” should be from -360 to 360.");
    }
}

static void
test_too_many (void)
{
  static const struct
  {
    const char *from, *before, *repeated, *after;
    guint times;
  } cases[] = {
    { FRAMES, "\"frames\": [", START ", ", HOLD "]", 100000 },
    { FRAMES, "\"frames\": [", START ", ", HOLD "]", 64 },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [", "{\"type\": \"mat\", \"x\": [0, 1]}, ", "{}]", 100000 },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [", "{\"type\": \"path\", \"d\": \"M0 0 L1 1 0 1 1 0 0 0 1 1 0 1 1 0 0 0 0 1 0 1 1 1 1 1 0 0 0 1 1 1 0 0 1 1 0 0 1 1 0 0 1 1 0 0 1 1\"}, ", "{}]", 199 },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"path\", \"d\": \"M0 0 L", "1 1 ", "2 2\"}]", 5000 },
    { "\"still\": \"hold\"", "\"still\": \"hold\", \"props\": [{\"type\": \"path\", \"d\": \"M0 0 L", "1 1 ", "2 2\"}]", 100000 },
    { POSE, POSE ", \"pins\": [", "{}, ", "{}]", 50000 },
    { "\"alt\": \"A", "\"alt\": \"", "A person stretches.", "", 100 },
    { "My stretch", "", "My stretch ", "", 50 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (GOOD);
      g_autoptr (GString) to = g_string_new (cases[i].before);
      g_autoptr (SoleusFigure) figure = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < cases[i].times; j++)
        g_string_append (to, cases[i].repeated);
      g_string_append (to, cases[i].after);
      g_assert_cmpuint (g_string_replace (text, cases[i].from, to->str, 1), ==, 1);
      figure = read_text (text->str, &error);
      g_assert_null (figure);
      g_assert_error (error, SOLEUS_FIGURE_ERROR, SOLEUS_FIGURE_ERROR_TOO_MANY);
      g_assert_cmpuint (strlen (error->message), <, 300);
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": 1, \"figures\": ");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_c (text, '[');
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (soleus_figures_new (bytes, &error));
  g_assert_true (error->domain == SOLEUS_JSON_ERROR);
}

static void
test_cut_short (void)
{
  gsize size = g_bytes_get_size (document);

  for (gsize length = 0; length < size - 2; length += 50)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (document, 0, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (soleus_figures_new (cut, &error));
      g_assert_nonnull (error);
    }
}

/* Every key of the shipped document spelled wrongly, and every value of another type: some of it may still make a figure,
 * and what does not says why. */
static void
test_changed (void)
{
  static const char *const values[] = { "null", "\"x\"", "1e308", "-1e308", "[]", "{}", "true", "1e-320", "\"\"" };
  const char *text = g_bytes_get_data (document, NULL);
  gsize size = g_bytes_get_size (document);
  guint n_refused = 0;
  guint n = 0;

  for (gsize i = 0; i + 2 < size; i++)
    {
      g_autoptr (GString) changed = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SoleusFigures) other = NULL;
      g_autoptr (GError) error = NULL;

      /* A prime, so that all kinds of places get all kinds of values. */
      if (text[i] != ':' || text[i + 1] != ' ' || n++ % 13 != 0)
        continue;
      changed = g_string_new_len (text, (gssize) size);
      if (n % 3 == 0)
        {
          const char *key = changed->str + i - 1;

          if (*key != '"')
            continue;
          changed->str[i - 2] ^= 1;
          if (!g_ascii_isalnum (changed->str[i - 2]))
            continue;
        }
      else
        {
          gsize length = strcspn (text + i + 2, ",}]\n");

          if (strchr ("[{\"", text[i + 2]) != NULL)
            continue;
          g_string_erase (changed, (gssize) i + 2, (gssize) length);
          g_string_insert (changed, (gssize) i + 2, values[n % G_N_ELEMENTS (values)]);
        }
      bytes = g_bytes_new (changed->str, changed->len);
      other = soleus_figures_new (bytes, &error);
      g_assert_true ((other == NULL) == (error != NULL));
      if (error != NULL)
        {
          g_assert_true (error->domain == SOLEUS_FIGURE_ERROR || error->domain == SOLEUS_JSON_ERROR);
          n_refused++;
        }
    }
  g_test_message ("%u refused", n_refused);
  g_assert_cmpuint (n_refused, >, 20);
}

/* Of the body nothing may be missing. */
static void
test_body (void)
{
  static const struct
  {
    const char *from, *to;
  } cases[] = {
    { "\"format\": 1", "\"format\": 2" },
    { "\"format\": 1,", "" },
    { "\"segments\"", "\"segment\"" },
    { "\"shank\": 0.246", "\"shank\": -1" },
    { "\"shank\": 0.246", "\"shank\": 1e308" },
    { "\"limits\"", "\"limit\"" },
    { "\"knee\": [0, 145]", "\"knee\": [145, 0]" },
    { "\"knee\": [0, 145]", "\"knee\": [0]" },
    { "\"limits_front\"", "\"limits_back\"" },
    { "\"thigh\": [[", "\"thigh\": [[0, 0, 0], [" },
    { "\"thigh\": [[", "\"thigh\": [5, [" },
    { "\"face\": [[", "\"face\": [[\"a\", 0], [" },
    { "\"face\"", "\"fase\"" },
    { "\"front\": {", "\"rear\": {" },
    { "\"eye\": {", "\"eye\": 1, \"eyes\": {" },
    { "\"calf\": [\"shank\", \"back\"", "\"calf\": [\"arm\", \"back\"" },
    { "\"calf\": [\"shank\", \"back\", 0.06", "\"calf\": [\"shank\", \"back\", 0.9" },
    { "\"bg\": \"#fafafa\"", "\"bg\": \"red\"" },
    { "\"bg\": \"#fafafa\"", "\"bg\": \"#fafafg\"" },
    { "\"bg\": \"#fafafa\"", "\"bg\": 7" },
    { "\"dark\": {", "\"dusk\": {" },
    { "\"figures\": [", "\"figures\": 3, \"others\": [" },
    { "\"figures\": [", "\"figures\": [4, " },
    { "\"id\": \"A2\"", "\"id\": \"A1\"" },
    { "\"view\": \"above\"", "\"view\": \"below\"" },
  };
  const char *text = g_bytes_get_data (document, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) changed = g_string_new_len (text, (gssize) g_bytes_get_size (document));
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s -> %s", cases[i].from, cases[i].to);
      g_assert_cmpuint (g_string_replace (changed, cases[i].from, cases[i].to, 1), ==, 1);
      bytes = g_bytes_new (changed->str, changed->len);
      g_assert_null (soleus_figures_new (bytes, &error));
      g_assert_true (error->domain == SOLEUS_FIGURE_ERROR);
      g_test_message ("%s", error->message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  char *text = NULL;
  gsize length = 0;
  int result;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "data", "figures", "figures.json", NULL);
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  document = g_bytes_new_take (text, length);
  figures = soleus_figures_new (document, &error);
  g_assert_no_error (error);

  g_test_add_func ("/figure-refused/good", test_good);
  g_test_add_func ("/figure-refused/messages", test_messages);
  g_test_add_func ("/figure-refused/refused", test_refused);
  g_test_add_func ("/figure-refused/on-the-way", test_refused_on_the_way);
  g_test_add_func ("/figure-refused/nodes", test_nodes);
  g_test_add_func ("/figure-refused/not-a-number", test_not_a_number);
  g_test_add_func ("/figure-refused/too-many", test_too_many);
  g_test_add_func ("/figure-refused/deep", test_deep);
  g_test_add_func ("/figure-refused/cut-short", test_cut_short);
  g_test_add_func ("/figure-refused/changed", test_changed);
  g_test_add_func ("/figure-refused/body", test_body);

  result = g_test_run ();
  soleus_figures_free (figures);
  g_bytes_unref (document);
  return result;
}
