/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts and sources of the guidance, by their ids. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

  typedef struct _SoleusContent SoleusContent;

  /**
   * SoleusSourceKind:
   * @SOLEUS_SOURCE_ARTICLE: one of the five articles that the guides are made from
   * @SOLEUS_SOURCE_GUIDANCE: public guidance or a study
   *
   * Who says something.
   */
  typedef enum
  {
    SOLEUS_SOURCE_ARTICLE,
    SOLEUS_SOURCE_GUIDANCE,
  } SoleusSourceKind;

  /**
   * SoleusSource:
   * @id: its id, such as "buoy" or "A28"
   * @kind: who says it
   * @title: its title, as its publisher wrote it
   * @publisher: its publisher
   * @date: (nullable): when it was published, as YYYY-MM-DD
   *
   * Where a claim comes from.
   */
  typedef struct
  {
    char *id;
    SoleusSourceKind kind;
    char *title;
    char *publisher;
    char *date;
  } SoleusSource;

  SoleusContent *soleus_content_new (GBytes * texts, GBytes * sources, GError * *error);
  SoleusContent *soleus_content_load (GError * *error);
  void soleus_content_free (SoleusContent * self);
  const char *soleus_content_get_text (const SoleusContent *self, const char *id);
  const SoleusSource *soleus_content_get_source (const SoleusContent *self, const char *id);

  G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusContent, soleus_content_free)

G_END_DECLS
