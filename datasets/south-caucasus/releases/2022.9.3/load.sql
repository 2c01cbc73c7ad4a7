-- Newsledger sample, South Caucasus 2021-2022, version 2022.9.3
-- Run in the folder of the release: duckdb events.duckdb < load.sql
-- Creative Commons Attribution 4.0 International (CC-BY-4.0) https://creativecommons.org/licenses/by/4.0/
-- Contains data from GeoNames (geonames.org), CC BY 4.0, modified; settlement names of Ukraine from the state register KATOTTG.
BEGIN TRANSACTION;
CREATE TABLE "terms_actor_role" (
  "value" VARCHAR NOT NULL,
  "meaning" VARCHAR NOT NULL,
  PRIMARY KEY ("value")
);
CREATE TABLE "terms_change_kind" (
  "value" VARCHAR NOT NULL,
  "meaning" VARCHAR NOT NULL,
  PRIMARY KEY ("value")
);
CREATE TABLE "terms_country" (
  "value" VARCHAR NOT NULL,
  "meaning" VARCHAR NOT NULL,
  "iso" BIGINT NOT NULL,
  "iso3" VARCHAR NOT NULL,
  "region" VARCHAR NOT NULL,
  PRIMARY KEY ("value"),
  UNIQUE ("iso"),
  UNIQUE ("iso3")
);
CREATE TABLE "terms_disorder_type" (
  "value" VARCHAR NOT NULL,
  "meaning" VARCHAR NOT NULL,
  PRIMARY KEY ("value")
);
CREATE TABLE "terms_event_type" (
  "value" VARCHAR NOT NULL,
  "meaning" VARCHAR NOT NULL,
  "rank" BIGINT NOT NULL,
  PRIMARY KEY ("value")
);
CREATE TABLE "terms_evidence_part" (
  "value" VARCHAR NOT NULL,
  "meaning" VARCHAR NOT NULL,
  PRIMARY KEY ("value")
);
CREATE TABLE "terms_geo_precision" (
  "value" VARCHAR NOT NULL,
  "meaning" VARCHAR NOT NULL,
  PRIMARY KEY ("value")
);
CREATE TABLE "terms_inter" (
  "value" VARCHAR NOT NULL,
  "meaning" VARCHAR NOT NULL,
  "code" BIGINT NOT NULL,
  PRIMARY KEY ("value")
);
CREATE TABLE "terms_interaction" (
  "value" VARCHAR NOT NULL,
  "meaning" VARCHAR NOT NULL,
  PRIMARY KEY ("value")
);
CREATE TABLE "terms_region" (
  "value" VARCHAR NOT NULL,
  "meaning" VARCHAR NOT NULL,
  PRIMARY KEY ("value")
);
CREATE TABLE "terms_source_scale" (
  "value" VARCHAR NOT NULL,
  "meaning" VARCHAR NOT NULL,
  PRIMARY KEY ("value")
);
CREATE TABLE "terms_status" (
  "value" VARCHAR NOT NULL,
  "meaning" VARCHAR NOT NULL,
  PRIMARY KEY ("value")
);
CREATE TABLE "terms_sub_event_type" (
  "value" VARCHAR NOT NULL,
  "meaning" VARCHAR NOT NULL,
  "event_type" VARCHAR NOT NULL,
  "disorder_type" VARCHAR NOT NULL,
  "rank" BIGINT NOT NULL,
  "verb" VARCHAR NOT NULL,
  "alone" VARCHAR NOT NULL,
  "verb_civilians" VARCHAR,
  PRIMARY KEY ("value")
);
CREATE TABLE "terms_time_precision" (
  "value" VARCHAR NOT NULL,
  "meaning" VARCHAR NOT NULL,
  PRIMARY KEY ("value")
);
CREATE TABLE "terms_uncoded_reason" (
  "value" VARCHAR NOT NULL,
  "meaning" VARCHAR NOT NULL,
  PRIMARY KEY ("value")
);
CREATE TABLE "actors" (
  "name" VARCHAR NOT NULL,
  "inter" VARCHAR NOT NULL,
  "from" DATE NOT NULL,
  "to" DATE NOT NULL,
  PRIMARY KEY ("name", "inter", "from"),
  FOREIGN KEY ("inter") REFERENCES "terms_inter" ("value")
);
CREATE TABLE "articles" (
  "article_id" VARCHAR NOT NULL,
  "source" VARCHAR NOT NULL,
  "source_scale" VARCHAR NOT NULL,
  "published" DATE NOT NULL,
  "url" VARCHAR,
  "language" VARCHAR,
  "sha256" VARCHAR NOT NULL,
  PRIMARY KEY ("article_id")
);
CREATE TABLE "changes" (
  "release" VARCHAR NOT NULL,
  "event_id_cnty" VARCHAR NOT NULL,
  "field" VARCHAR NOT NULL,
  "old" VARCHAR,
  "new" VARCHAR,
  "kind" VARCHAR NOT NULL,
  "reason" VARCHAR,
  PRIMARY KEY ("release", "event_id_cnty", "field"),
  FOREIGN KEY ("kind") REFERENCES "terms_change_kind" ("value")
);
CREATE TABLE "deletions" (
  "event_id_cnty" VARCHAR NOT NULL,
  "reason" VARCHAR NOT NULL,
  "merged_into" VARCHAR,
  "removed_in" VARCHAR NOT NULL,
  "detail" VARCHAR,
  PRIMARY KEY ("event_id_cnty")
);
CREATE TABLE "events" (
  "event_id_cnty" VARCHAR NOT NULL,
  "event_date" DATE NOT NULL,
  "year" BIGINT NOT NULL,
  "time_precision" BIGINT NOT NULL,
  "disorder_type" VARCHAR NOT NULL,
  "event_type" VARCHAR NOT NULL,
  "sub_event_type" VARCHAR NOT NULL,
  "actor1" VARCHAR NOT NULL,
  "assoc_actor_1" VARCHAR,
  "inter1" VARCHAR NOT NULL,
  "actor2" VARCHAR,
  "assoc_actor_2" VARCHAR,
  "inter2" VARCHAR,
  "interaction" VARCHAR NOT NULL,
  "civilian_targeting" VARCHAR,
  "iso" BIGINT NOT NULL,
  "region" VARCHAR NOT NULL,
  "country" VARCHAR NOT NULL,
  "admin1" VARCHAR,
  "admin2" VARCHAR,
  "admin3" VARCHAR,
  "location" VARCHAR NOT NULL,
  "latitude" DOUBLE NOT NULL,
  "longitude" DOUBLE NOT NULL,
  "geo_precision" BIGINT NOT NULL,
  "source" VARCHAR NOT NULL,
  "source_scale" VARCHAR NOT NULL,
  "notes" VARCHAR NOT NULL,
  "fatalities" BIGINT NOT NULL,
  "tags" VARCHAR,
  "timestamp" BIGINT NOT NULL,
  "fatalities_low" BIGINT NOT NULL,
  "fatalities_high" BIGINT NOT NULL,
  "injuries" BIGINT,
  "status" VARCHAR NOT NULL,
  "n_reports" BIGINT NOT NULL,
  "n_sources" BIGINT NOT NULL,
  "confidence" DOUBLE NOT NULL,
  "first_release" VARCHAR NOT NULL,
  "last_changed_release" VARCHAR NOT NULL,
  PRIMARY KEY ("event_id_cnty"),
  FOREIGN KEY ("disorder_type") REFERENCES "terms_disorder_type" ("value"),
  FOREIGN KEY ("event_type") REFERENCES "terms_event_type" ("value"),
  FOREIGN KEY ("sub_event_type") REFERENCES "terms_sub_event_type" ("value"),
  FOREIGN KEY ("inter1") REFERENCES "terms_inter" ("value"),
  FOREIGN KEY ("inter2") REFERENCES "terms_inter" ("value"),
  FOREIGN KEY ("interaction") REFERENCES "terms_interaction" ("value"),
  FOREIGN KEY ("region") REFERENCES "terms_region" ("value"),
  FOREIGN KEY ("country") REFERENCES "terms_country" ("value"),
  FOREIGN KEY ("status") REFERENCES "terms_status" ("value")
);
CREATE TABLE "event_actors" (
  "event_id_cnty" VARCHAR NOT NULL,
  "side" BIGINT NOT NULL,
  "role" VARCHAR NOT NULL,
  "actor" VARCHAR NOT NULL,
  "inter" VARCHAR,
  PRIMARY KEY ("event_id_cnty", "side", "actor"),
  FOREIGN KEY ("event_id_cnty") REFERENCES "events" ("event_id_cnty"),
  FOREIGN KEY ("role") REFERENCES "terms_actor_role" ("value"),
  FOREIGN KEY ("inter") REFERENCES "terms_inter" ("value")
);
CREATE TABLE "reports" (
  "report_id" VARCHAR NOT NULL,
  "article_id" VARCHAR NOT NULL,
  "event_date" DATE NOT NULL,
  "time_precision" BIGINT NOT NULL,
  "disorder_type" VARCHAR NOT NULL,
  "event_type" VARCHAR NOT NULL,
  "sub_event_type" VARCHAR NOT NULL,
  "actor1" VARCHAR NOT NULL,
  "assoc_actor_1" VARCHAR,
  "inter1" VARCHAR NOT NULL,
  "actor2" VARCHAR,
  "assoc_actor_2" VARCHAR,
  "inter2" VARCHAR,
  "interaction" VARCHAR NOT NULL,
  "civilian_targeting" VARCHAR,
  "iso" BIGINT NOT NULL,
  "region" VARCHAR NOT NULL,
  "country" VARCHAR NOT NULL,
  "admin1" VARCHAR,
  "admin2" VARCHAR,
  "admin3" VARCHAR,
  "location" VARCHAR NOT NULL,
  "latitude" DOUBLE NOT NULL,
  "longitude" DOUBLE NOT NULL,
  "geo_precision" BIGINT NOT NULL,
  "source" VARCHAR NOT NULL,
  "source_scale" VARCHAR NOT NULL,
  "notes" VARCHAR NOT NULL,
  "fatalities" BIGINT NOT NULL,
  "tags" VARCHAR,
  "fatalities_low" BIGINT NOT NULL,
  "fatalities_high" BIGINT NOT NULL,
  "injuries" BIGINT,
  "toll_group" VARCHAR,
  "claimant" VARCHAR,
  "status" VARCHAR NOT NULL,
  "rule" VARCHAR NOT NULL,
  "quote_start" BIGINT NOT NULL,
  "quote_end" BIGINT NOT NULL,
  "confidence" DOUBLE NOT NULL,
  "event_id_cnty" VARCHAR,
  PRIMARY KEY ("report_id"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("article_id"),
  FOREIGN KEY ("event_id_cnty") REFERENCES "events" ("event_id_cnty"),
  FOREIGN KEY ("disorder_type") REFERENCES "terms_disorder_type" ("value"),
  FOREIGN KEY ("event_type") REFERENCES "terms_event_type" ("value"),
  FOREIGN KEY ("sub_event_type") REFERENCES "terms_sub_event_type" ("value"),
  FOREIGN KEY ("inter1") REFERENCES "terms_inter" ("value"),
  FOREIGN KEY ("inter2") REFERENCES "terms_inter" ("value"),
  FOREIGN KEY ("interaction") REFERENCES "terms_interaction" ("value"),
  FOREIGN KEY ("region") REFERENCES "terms_region" ("value"),
  FOREIGN KEY ("country") REFERENCES "terms_country" ("value"),
  FOREIGN KEY ("status") REFERENCES "terms_status" ("value")
);
CREATE TABLE "evidence" (
  "report_id" VARCHAR NOT NULL,
  "field" VARCHAR NOT NULL,
  "value" VARCHAR,
  "part" VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  "rule" VARCHAR NOT NULL,
  PRIMARY KEY ("report_id", "field", "start"),
  FOREIGN KEY ("report_id") REFERENCES "reports" ("report_id"),
  FOREIGN KEY ("part") REFERENCES "terms_evidence_part" ("value")
);
CREATE TABLE "sources" (
  "name" VARCHAR NOT NULL,
  "source_scale" VARCHAR NOT NULL,
  PRIMARY KEY ("name")
);
CREATE TABLE "event_sources" (
  "event_id_cnty" VARCHAR NOT NULL,
  "source" VARCHAR NOT NULL,
  PRIMARY KEY ("event_id_cnty", "source"),
  FOREIGN KEY ("event_id_cnty") REFERENCES "events" ("event_id_cnty"),
  FOREIGN KEY ("source") REFERENCES "sources" ("name")
);
CREATE TABLE "uncoded" (
  "article_id" VARCHAR NOT NULL,
  "part" VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  "trigger" VARCHAR NOT NULL,
  "reason" VARCHAR NOT NULL,
  "detail" VARCHAR,
  PRIMARY KEY ("article_id", "part", "start", "trigger"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("article_id"),
  FOREIGN KEY ("part") REFERENCES "terms_evidence_part" ("value"),
  FOREIGN KEY ("reason") REFERENCES "terms_uncoded_reason" ("value")
);
INSERT INTO "terms_actor_role" SELECT * FROM read_parquet('parquet/terms/actor-role.parquet');
INSERT INTO "terms_change_kind" SELECT * FROM read_parquet('parquet/terms/change-kind.parquet');
INSERT INTO "terms_country" SELECT * FROM read_parquet('parquet/terms/country.parquet');
INSERT INTO "terms_disorder_type" SELECT * FROM read_parquet('parquet/terms/disorder-type.parquet');
INSERT INTO "terms_event_type" SELECT * FROM read_parquet('parquet/terms/event-type.parquet');
INSERT INTO "terms_evidence_part" SELECT * FROM read_parquet('parquet/terms/evidence-part.parquet');
INSERT INTO "terms_geo_precision" SELECT * FROM read_parquet('parquet/terms/geo-precision.parquet');
INSERT INTO "terms_inter" SELECT * FROM read_parquet('parquet/terms/inter.parquet');
INSERT INTO "terms_interaction" SELECT * FROM read_parquet('parquet/terms/interaction.parquet');
INSERT INTO "terms_region" SELECT * FROM read_parquet('parquet/terms/region.parquet');
INSERT INTO "terms_source_scale" SELECT * FROM read_parquet('parquet/terms/source-scale.parquet');
INSERT INTO "terms_status" SELECT * FROM read_parquet('parquet/terms/status.parquet');
INSERT INTO "terms_sub_event_type" SELECT * FROM read_parquet('parquet/terms/sub-event-type.parquet');
INSERT INTO "terms_time_precision" SELECT * FROM read_parquet('parquet/terms/time-precision.parquet');
INSERT INTO "terms_uncoded_reason" SELECT * FROM read_parquet('parquet/terms/uncoded-reason.parquet');
INSERT INTO "actors" SELECT * FROM read_parquet('parquet/actors.parquet');
INSERT INTO "articles" SELECT * FROM read_parquet('parquet/articles.parquet');
INSERT INTO "changes" SELECT * FROM read_parquet('parquet/changes.parquet');
INSERT INTO "deletions" SELECT * FROM read_parquet('parquet/deletions.parquet');
INSERT INTO "events" SELECT * FROM read_parquet('parquet/events.parquet');
INSERT INTO "event_actors" SELECT * FROM read_parquet('parquet/event_actors.parquet');
INSERT INTO "reports" SELECT * FROM read_parquet('parquet/reports.parquet');
INSERT INTO "evidence" SELECT * FROM read_parquet('parquet/evidence.parquet');
INSERT INTO "sources" SELECT * FROM read_parquet('parquet/sources.parquet');
INSERT INTO "event_sources" SELECT * FROM read_parquet('parquet/event_sources.parquet');
INSERT INTO "uncoded" SELECT * FROM read_parquet('parquet/uncoded.parquet');
CREATE TABLE "release" ("key" TEXT PRIMARY KEY, "value" TEXT NOT NULL);
INSERT INTO "release" VALUES ('title', 'Newsledger sample, South Caucasus 2021-2022');
INSERT INTO "release" VALUES ('version', '2022.9.3');
INSERT INTO "release" VALUES ('date', '2022-09-14');
INSERT INTO "release" VALUES ('schema', '0.1.0');
INSERT INTO "release" VALUES ('licence', 'Creative Commons Attribution 4.0 International (CC-BY-4.0) https://creativecommons.org/licenses/by/4.0/');
INSERT INTO "release" VALUES ('attribution', 'Contains data from GeoNames (geonames.org), CC BY 4.0, modified; settlement names of Ukraine from the state register KATOTTG.');
INSERT INTO "release" VALUES ('citation', 'The Newsledger contributors (2022). Newsledger sample, South Caucasus 2021-2022 (version 2022.9.3) [Data set].');
COMMENT ON TABLE "terms_actor_role" IS 'Whether an actor leads its side of the event.';
COMMENT ON COLUMN "terms_actor_role"."value" IS 'A value of the closed list: role of an actor.';
COMMENT ON COLUMN "terms_actor_role"."meaning" IS 'What the value means.';
COMMENT ON TABLE "terms_change_kind" IS 'What happened to a row or a cell between two releases.';
COMMENT ON COLUMN "terms_change_kind"."value" IS 'A value of the closed list: kind of change.';
COMMENT ON COLUMN "terms_change_kind"."meaning" IS 'What the value means.';
COMMENT ON TABLE "terms_country" IS 'The countries and territories of ISO 3166-1, and Kosovo, by their common English names, with the world region of each (coding-rules 7). A name says nothing about anybody''s claim to a territory.';
COMMENT ON COLUMN "terms_country"."value" IS 'A value of the closed list: country.';
COMMENT ON COLUMN "terms_country"."meaning" IS 'What the value means.';
COMMENT ON COLUMN "terms_country"."iso" IS 'The ISO 3166-1 numeric code; 0 for Kosovo.';
COMMENT ON COLUMN "terms_country"."iso3" IS 'The ISO 3166-1 alpha-3 code.';
COMMENT ON COLUMN "terms_country"."region" IS 'The world region.';
COMMENT ON TABLE "terms_disorder_type" IS 'The four values of disorder_type (coding-rules 2).';
COMMENT ON COLUMN "terms_disorder_type"."value" IS 'A value of the closed list: disorder type.';
COMMENT ON COLUMN "terms_disorder_type"."meaning" IS 'What the value means.';
COMMENT ON TABLE "terms_event_type" IS 'The six event types in order of precedence (coding-rules 2).';
COMMENT ON COLUMN "terms_event_type"."value" IS 'A value of the closed list: event type.';
COMMENT ON COLUMN "terms_event_type"."meaning" IS 'What the value means.';
COMMENT ON COLUMN "terms_event_type"."rank" IS 'Precedence: the type with the lower number wins.';
COMMENT ON TABLE "terms_evidence_part" IS 'Which part of an article a span lies in.';
COMMENT ON COLUMN "terms_evidence_part"."value" IS 'A value of the closed list: part of an article.';
COMMENT ON COLUMN "terms_evidence_part"."meaning" IS 'What the value means.';
COMMENT ON TABLE "terms_geo_precision" IS 'How exactly the place of an event is known (coding-rules 4).';
COMMENT ON COLUMN "terms_geo_precision"."value" IS 'A value of the closed list: geographic precision.';
COMMENT ON COLUMN "terms_geo_precision"."meaning" IS 'What the value means.';
COMMENT ON TABLE "terms_inter" IS 'What an actor is, in the order in which interaction joins two of them (coding-rules 3).';
COMMENT ON COLUMN "terms_inter"."value" IS 'A value of the closed list: kind of actor.';
COMMENT ON COLUMN "terms_inter"."meaning" IS 'What the value means.';
COMMENT ON COLUMN "terms_inter"."code" IS 'The number that older files have in place of the name.';
COMMENT ON TABLE "terms_interaction" IS 'The legal joins of two kinds of actor, in the order of the list of kinds, with the one exception External/Other forces-Civilians; and one kind alone (coding-rules 3).';
COMMENT ON COLUMN "terms_interaction"."value" IS 'A value of the closed list: interaction.';
COMMENT ON COLUMN "terms_interaction"."meaning" IS 'What the value means.';
COMMENT ON TABLE "terms_region" IS 'The world regions of the column region (coding-rules 7).';
COMMENT ON COLUMN "terms_region"."value" IS 'A value of the closed list: region.';
COMMENT ON COLUMN "terms_region"."meaning" IS 'What the value means.';
COMMENT ON TABLE "terms_source_scale" IS 'The reach of a source (coding-rules 6).';
COMMENT ON COLUMN "terms_source_scale"."value" IS 'A value of the closed list: scale of a source.';
COMMENT ON COLUMN "terms_source_scale"."meaning" IS 'What the value means.';
COMMENT ON TABLE "terms_status" IS 'How an event is known (coding-rules 6).';
COMMENT ON COLUMN "terms_status"."value" IS 'A value of the closed list: status.';
COMMENT ON COLUMN "terms_status"."meaning" IS 'What the value means.';
COMMENT ON TABLE "terms_sub_event_type" IS 'The 25 sub-event types, by event type and precedence (coding-rules 2).';
COMMENT ON COLUMN "terms_sub_event_type"."value" IS 'A value of the closed list: sub-event type.';
COMMENT ON COLUMN "terms_sub_event_type"."meaning" IS 'What the value means.';
COMMENT ON COLUMN "terms_sub_event_type"."event_type" IS 'The event type it belongs to.';
COMMENT ON COLUMN "terms_sub_event_type"."disorder_type" IS 'The kind of disorder it belongs to.';
COMMENT ON COLUMN "terms_sub_event_type"."rank" IS 'Precedence within the event type: the lower number wins.';
COMMENT ON COLUMN "terms_sub_event_type"."verb" IS 'What the house form of notes says of actor1; {target} stands for actor2 (coding-rules 6).';
COMMENT ON COLUMN "terms_sub_event_type"."alone" IS 'What the house form of notes says where there is no actor2 (coding-rules 6).';
COMMENT ON COLUMN "terms_sub_event_type"."verb_civilians" IS 'The verb phrase where actor2 is civilians, if it is another one (coding-rules 6).';
COMMENT ON TABLE "terms_time_precision" IS 'How exactly the date of an event is known (coding-rules 4).';
COMMENT ON COLUMN "terms_time_precision"."value" IS 'A value of the closed list: time precision.';
COMMENT ON COLUMN "terms_time_precision"."meaning" IS 'What the value means.';
COMMENT ON TABLE "terms_uncoded_reason" IS 'Why a word or phrase that could have been an event gave no report (coding-rules 1).';
COMMENT ON COLUMN "terms_uncoded_reason"."value" IS 'A value of the closed list: reason for not coding.';
COMMENT ON COLUMN "terms_uncoded_reason"."meaning" IS 'What the value means.';
COMMENT ON TABLE "actors" IS 'One row is one name of a main actor with one kind, and the days between which this release''s events know it so. The same group may change its kind over time, and state forces have another kind abroad (coding-rules 3). Associated actors, whose kind is not coded, stand in event_actors.';
COMMENT ON COLUMN "actors"."name" IS 'The name of the actor (coding-rules 3).';
COMMENT ON COLUMN "actors"."inter" IS 'What the actor is in the events of those days (coding-rules 3).';
COMMENT ON COLUMN "actors"."from" IS 'The first day on which an event of this release has the actor in this kind.';
COMMENT ON COLUMN "actors"."to" IS 'The last day on which an event of this release has the actor in this kind.';
COMMENT ON TABLE "articles" IS 'One row is a source document. Its text is never part of a release; the checksum lets whoever has it confirm that it is the same.';
COMMENT ON COLUMN "articles"."article_id" IS 'Id of the article as its publisher of record gave it.';
COMMENT ON COLUMN "articles"."source" IS 'The outlet or body that published the article; several are joined by "; ".';
COMMENT ON COLUMN "articles"."source_scale" IS 'The reach of the source (coding-rules 6).';
COMMENT ON COLUMN "articles"."published" IS 'The day on which the article was published.';
COMMENT ON COLUMN "articles"."url" IS 'Where the article was published on the web.';
COMMENT ON COLUMN "articles"."language" IS 'The language of the text, a BCP 47 tag.';
COMMENT ON COLUMN "articles"."sha256" IS 'SHA-256 of the text in UTF-8, to which all offsets refer.';
COMMENT ON TABLE "changes" IS 'One row is one cell of events, or one whole row, that differs from the release before. Cumulative: it holds the changes of every release so far. A row that came or left stands under the field event_id_cnty.';
COMMENT ON COLUMN "changes"."release" IS 'The release that brought the change.';
COMMENT ON COLUMN "changes"."event_id_cnty" IS 'The event that changed.';
COMMENT ON COLUMN "changes"."field" IS 'The column of events that changed; event_id_cnty where the whole row was added or removed.';
COMMENT ON COLUMN "changes"."old" IS 'The value in the release before, written as in its CSV.';
COMMENT ON COLUMN "changes"."new" IS 'The value in this release, written as in its CSV.';
COMMENT ON COLUMN "changes"."kind" IS 'What happened.';
COMMENT ON COLUMN "changes"."reason" IS 'Why it changed; for a correction its own reason.';
COMMENT ON TABLE "deletions" IS 'One row is an event id that left the dataset. Rows are only ever added here, and the id is never used again.';
COMMENT ON COLUMN "deletions"."event_id_cnty" IS 'The id that left.';
COMMENT ON COLUMN "deletions"."reason" IS 'Why the id left.';
COMMENT ON COLUMN "deletions"."merged_into" IS 'The event that takes its place.';
COMMENT ON COLUMN "deletions"."removed_in" IS 'The first release without the id.';
COMMENT ON COLUMN "deletions"."detail" IS 'The reason in words, as a correction gives it.';
COMMENT ON TABLE "events" IS 'One row is one event: one day, one named location, one main actor pair (coding-rules 1). The first 31 columns have the names and the order of an ACLED export, so that existing scripts run; the columns after them are ours.';
COMMENT ON COLUMN "events"."event_id_cnty" IS 'Stable, opaque id of the event. Given once, kept through every later release, never reused.';
COMMENT ON COLUMN "events"."event_date" IS 'The day of the event; with time_precision 2 or 3 the day that stands for the week or month (coding-rules 4).';
COMMENT ON COLUMN "events"."year" IS 'The year of event_date.';
COMMENT ON COLUMN "events"."time_precision" IS 'How exactly the date is known (coding-rules 4).';
COMMENT ON COLUMN "events"."disorder_type" IS 'The kind of disorder that the sub-event type belongs to (coding-rules 2).';
COMMENT ON COLUMN "events"."event_type" IS 'The type of the event; of several tactics the one that stands highest (coding-rules 2).';
COMMENT ON COLUMN "events"."sub_event_type" IS 'The sub-type within the event type; the higher one wins (coding-rules 2).';
COMMENT ON COLUMN "events"."actor1" IS 'One side''s main actor. The order of the sides has no meaning, except that a civilian victim is actor2 (coding-rules 3).';
COMMENT ON COLUMN "events"."assoc_actor_1" IS 'Further actors on the side of actor1, or who its members are, joined by "; ".';
COMMENT ON COLUMN "events"."inter1" IS 'What actor1 is (coding-rules 3).';
COMMENT ON COLUMN "events"."actor2" IS 'The other side''s main actor; a civilian victim always stands here (coding-rules 3).';
COMMENT ON COLUMN "events"."assoc_actor_2" IS 'Further actors on the side of actor2, or who its members are, joined by "; ".';
COMMENT ON COLUMN "events"."inter2" IS 'What actor2 is (coding-rules 3).';
COMMENT ON COLUMN "events"."interaction" IS 'The two kinds of actor, joined in the order of the list of kinds; or the one kind and "only" (coding-rules 3).';
COMMENT ON COLUMN "events"."civilian_targeting" IS 'Whether civilians were the main or only target (coding-rules 3).';
COMMENT ON COLUMN "events"."iso" IS 'The ISO 3166-1 numeric code of the country; 0 for Kosovo, which has none.';
COMMENT ON COLUMN "events"."region" IS 'The world region that the country belongs to (coding-rules 7).';
COMMENT ON COLUMN "events"."country" IS 'The country in which the event took place, by its common English name.';
COMMENT ON COLUMN "events"."admin1" IS 'The largest division of the country that holds the location, as in the gazetteer (coding-rules 4).';
COMMENT ON COLUMN "events"."admin2" IS 'The second largest division that holds the location.';
COMMENT ON COLUMN "events"."admin3" IS 'The third largest division that holds the location.';
COMMENT ON COLUMN "events"."location" IS 'The named place of the event, or the place that stands for it (coding-rules 4).';
COMMENT ON COLUMN "events"."latitude" IS 'Latitude of the location.';
COMMENT ON COLUMN "events"."longitude" IS 'Longitude of the location.';
COMMENT ON COLUMN "events"."geo_precision" IS 'How exactly the place is known (coding-rules 4).';
COMMENT ON COLUMN "events"."source" IS 'Every source of the event, joined by "; ". The table event_sources holds them one per row.';
COMMENT ON COLUMN "events"."source_scale" IS 'The reach of the sources; several are joined by "-" (coding-rules 6).';
COMMENT ON COLUMN "events"."notes" IS 'One or two sentences in house form, written from the coded facts, never copied from an article (coding-rules 6).';
COMMENT ON COLUMN "events"."fatalities" IS 'The number of deaths, the conservative count (coding-rules 5). 0 also stands for deaths that no source mentions.';
COMMENT ON COLUMN "events"."tags" IS 'Structured remarks such as the size of a crowd, joined by "; " (coding-rules 6).';
COMMENT ON COLUMN "events"."timestamp" IS 'Midnight UTC of the date of the release in which the row last changed, as an ACLED export counts it.';
COMMENT ON COLUMN "events"."fatalities_low" IS 'The lowest count that the sources support (coding-rules 5).';
COMMENT ON COLUMN "events"."fatalities_high" IS 'The highest count that the sources support (coding-rules 5).';
COMMENT ON COLUMN "events"."injuries" IS 'The number of wounded people (coding-rules 5).';
COMMENT ON COLUMN "events"."status" IS 'How the event is known (coding-rules 6).';
COMMENT ON COLUMN "events"."n_reports" IS 'How many reports were joined into this event.';
COMMENT ON COLUMN "events"."n_sources" IS 'How many different sources the event has.';
COMMENT ON COLUMN "events"."confidence" IS 'The share of the evidence that was explicit; of several reports the best one''s (coding-rules 8).';
COMMENT ON COLUMN "events"."first_release" IS 'The release in which the event first appeared.';
COMMENT ON COLUMN "events"."last_changed_release" IS 'The release in which a value of the row last changed.';
COMMENT ON TABLE "event_actors" IS 'One row is one actor of one event, with its side and its role. The same as the actor columns of events, in long form.';
COMMENT ON COLUMN "event_actors"."event_id_cnty" IS 'The event.';
COMMENT ON COLUMN "event_actors"."side" IS '1: with actor1; 2: with actor2.';
COMMENT ON COLUMN "event_actors"."role" IS 'Whether the actor is its side''s main actor or an associated one.';
COMMENT ON COLUMN "event_actors"."actor" IS 'The name of the actor (coding-rules 3).';
COMMENT ON COLUMN "event_actors"."inter" IS 'What the actor is in this event (coding-rules 3).';
COMMENT ON TABLE "reports" IS 'One row is what one article says of one event: the columns of `newsledger code`, and the event that the report was joined into. The reports of an article stand in order of salience in their ids: its main event first.';
COMMENT ON COLUMN "reports"."report_id" IS 'Id of the report; the article''s id and the report''s place in the article''s order of salience.';
COMMENT ON COLUMN "reports"."article_id" IS 'The article that the report was read from.';
COMMENT ON COLUMN "reports"."event_date" IS 'The day of the event; with time_precision 2 or 3 the day that stands for the week or month (coding-rules 4).';
COMMENT ON COLUMN "reports"."time_precision" IS 'How exactly the date is known (coding-rules 4).';
COMMENT ON COLUMN "reports"."disorder_type" IS 'The kind of disorder that the sub-event type belongs to (coding-rules 2).';
COMMENT ON COLUMN "reports"."event_type" IS 'The type of the event; of several tactics the one that stands highest (coding-rules 2).';
COMMENT ON COLUMN "reports"."sub_event_type" IS 'The sub-type within the event type; the higher one wins (coding-rules 2).';
COMMENT ON COLUMN "reports"."actor1" IS 'One side''s main actor. The order of the sides has no meaning, except that a civilian victim is actor2 (coding-rules 3).';
COMMENT ON COLUMN "reports"."assoc_actor_1" IS 'Further actors on the side of actor1, or who its members are, joined by "; ".';
COMMENT ON COLUMN "reports"."inter1" IS 'What actor1 is (coding-rules 3).';
COMMENT ON COLUMN "reports"."actor2" IS 'The other side''s main actor; a civilian victim always stands here (coding-rules 3).';
COMMENT ON COLUMN "reports"."assoc_actor_2" IS 'Further actors on the side of actor2, or who its members are, joined by "; ".';
COMMENT ON COLUMN "reports"."inter2" IS 'What actor2 is (coding-rules 3).';
COMMENT ON COLUMN "reports"."interaction" IS 'The two kinds of actor, joined in the order of the list of kinds; or the one kind and "only" (coding-rules 3).';
COMMENT ON COLUMN "reports"."civilian_targeting" IS 'Whether civilians were the main or only target (coding-rules 3).';
COMMENT ON COLUMN "reports"."iso" IS 'The ISO 3166-1 numeric code of the country; 0 for Kosovo, which has none.';
COMMENT ON COLUMN "reports"."region" IS 'The world region that the country belongs to (coding-rules 7).';
COMMENT ON COLUMN "reports"."country" IS 'The country in which the event took place, by its common English name.';
COMMENT ON COLUMN "reports"."admin1" IS 'The largest division of the country that holds the location, as in the gazetteer (coding-rules 4).';
COMMENT ON COLUMN "reports"."admin2" IS 'The second largest division that holds the location.';
COMMENT ON COLUMN "reports"."admin3" IS 'The third largest division that holds the location.';
COMMENT ON COLUMN "reports"."location" IS 'The named place of the event, or the place that stands for it (coding-rules 4).';
COMMENT ON COLUMN "reports"."latitude" IS 'Latitude of the location.';
COMMENT ON COLUMN "reports"."longitude" IS 'Longitude of the location.';
COMMENT ON COLUMN "reports"."geo_precision" IS 'How exactly the place is known (coding-rules 4).';
COMMENT ON COLUMN "reports"."source" IS 'The source of the article; several are joined by "; ".';
COMMENT ON COLUMN "reports"."source_scale" IS 'The reach of the article''s source (coding-rules 6).';
COMMENT ON COLUMN "reports"."notes" IS 'One or two sentences in house form, written from the coded facts, never copied from an article (coding-rules 6).';
COMMENT ON COLUMN "reports"."fatalities" IS 'The number of deaths that the article states. A total shared by several reports stands whole in each; see toll_group (coding-rules 5).';
COMMENT ON COLUMN "reports"."tags" IS 'Structured remarks such as the size of a crowd, joined by "; " (coding-rules 6).';
COMMENT ON COLUMN "reports"."fatalities_low" IS 'The lowest count that the article supports (coding-rules 5).';
COMMENT ON COLUMN "reports"."fatalities_high" IS 'The highest count that the article supports (coding-rules 5).';
COMMENT ON COLUMN "reports"."injuries" IS 'The number of wounded people (coding-rules 5).';
COMMENT ON COLUMN "reports"."toll_group" IS 'Joins the reports of one article that share one stated total, which the ledger divides once (coding-rules 5).';
COMMENT ON COLUMN "reports"."claimant" IS 'Who states the toll or, where the status is claimed, the event.';
COMMENT ON COLUMN "reports"."status" IS 'How the event is known (coding-rules 6).';
COMMENT ON COLUMN "reports"."rule" IS 'The id of the coding rule that recognised the event.';
COMMENT ON COLUMN "reports"."quote_start" IS 'Where the sentence with the trigger starts in the article''s text.';
COMMENT ON COLUMN "reports"."quote_end" IS 'Where the sentence with the trigger ends in the article''s text; the character after the last.';
COMMENT ON COLUMN "reports"."confidence" IS 'The share of the report''s evidence that was explicit (coding-rules 8).';
COMMENT ON COLUMN "reports"."event_id_cnty" IS 'The event that the report was joined into.';
COMMENT ON TABLE "evidence" IS 'One row is one value of one report, the span that it was read from, and the rule that read it.';
COMMENT ON COLUMN "evidence"."report_id" IS 'The report that the value belongs to.';
COMMENT ON COLUMN "evidence"."field" IS 'The column of reports that the value stands in.';
COMMENT ON COLUMN "evidence"."value" IS 'The value that was read; of a list, the one element.';
COMMENT ON COLUMN "evidence"."part" IS 'Which part of the article the offsets count in.';
COMMENT ON COLUMN "evidence"."start" IS 'Where the span starts in that part.';
COMMENT ON COLUMN "evidence"."end" IS 'Where the span ends; the character after the last.';
COMMENT ON COLUMN "evidence"."rule" IS 'The id of the rule or lexicon entry that read the value.';
COMMENT ON TABLE "sources" IS 'One row is one source that this release cites.';
COMMENT ON COLUMN "sources"."name" IS 'The name of the source as events and articles cite it.';
COMMENT ON COLUMN "sources"."source_scale" IS 'The reach of the source (coding-rules 6).';
COMMENT ON TABLE "event_sources" IS 'One row is one source of one event. The same as the column source of events, in long form.';
COMMENT ON COLUMN "event_sources"."event_id_cnty" IS 'The event.';
COMMENT ON COLUMN "event_sources"."source" IS 'One source of the event.';
COMMENT ON TABLE "uncoded" IS 'One row is a word or phrase that could have been an event and gave no report, with the reason. Nothing is dropped silently.';
COMMENT ON COLUMN "uncoded"."article_id" IS 'The article that the trigger stands in.';
COMMENT ON COLUMN "uncoded"."part" IS 'Which part of the article the offsets count in.';
COMMENT ON COLUMN "uncoded"."start" IS 'Where the trigger starts in that part.';
COMMENT ON COLUMN "uncoded"."end" IS 'Where the trigger ends; the character after the last.';
COMMENT ON COLUMN "uncoded"."trigger" IS 'What was found, in the lexicon''s base form; for a whole article the word "article".';
COMMENT ON COLUMN "uncoded"."reason" IS 'Why it gave no report.';
COMMENT ON COLUMN "uncoded"."detail" IS 'What more there is to say, such as the cue that blocked the trigger or the language that was recognised.';
CREATE VIEW "acled_events" AS
SELECT "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp" FROM "events";
CREATE VIEW "events_by_month" AS
SELECT substr(CAST("event_date" AS VARCHAR(10)), 1, 7) AS "month", "country", "event_type", count(*) AS "events", CAST(sum("fatalities") AS BIGINT) AS "fatalities" FROM "events" GROUP BY substr(CAST("event_date" AS VARCHAR(10)), 1, 7), "country", "event_type";
CREATE VIEW "fatalities_by_admin1" AS
SELECT "country", "admin1", "year", count(*) AS "events", CAST(sum("fatalities") AS BIGINT) AS "fatalities", CAST(sum("fatalities_low") AS BIGINT) AS "fatalities_low", CAST(sum("fatalities_high") AS BIGINT) AS "fatalities_high" FROM "events" GROUP BY "country", "admin1", "year";
CREATE VIEW "actor_events" AS
SELECT a."actor", a."side", a."role", a."inter", e."event_id_cnty", e."event_date", e."country", e."location", e."event_type", e."sub_event_type", e."fatalities" FROM "event_actors" a JOIN "events" e ON e."event_id_cnty" = a."event_id_cnty";
CREATE VIEW "event_evidence" AS
SELECT r."event_id_cnty", r."report_id", a."article_id", a."source", a."published", a."url", v."field", v."value", v."part", v."start", v."end", v."rule" FROM "reports" r JOIN "articles" a ON a."article_id" = r."article_id" JOIN "evidence" v ON v."report_id" = r."report_id";
COMMIT;
