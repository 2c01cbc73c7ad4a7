-- Newsledger sample, South Caucasus 2021-2022, version 2022.9.3
-- Run in the folder of the release: sqlite3 events.sqlite < load-sqlite.sql
-- Creative Commons Attribution 4.0 International (CC-BY-4.0) https://creativecommons.org/licenses/by/4.0/
-- Contains data from GeoNames (geonames.org), CC BY 4.0, modified; settlement names of Ukraine from the state register KATOTTG.
.bail on
PRAGMA foreign_keys = ON;
BEGIN;
CREATE TABLE "terms_actor_role" (
  "value" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  PRIMARY KEY ("value")
) STRICT;
CREATE TABLE "terms_change_kind" (
  "value" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  PRIMARY KEY ("value")
) STRICT;
CREATE TABLE "terms_country" (
  "value" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  "iso" INTEGER NOT NULL,
  "iso3" TEXT NOT NULL,
  "region" TEXT NOT NULL,
  PRIMARY KEY ("value"),
  UNIQUE ("iso"),
  UNIQUE ("iso3")
) STRICT;
CREATE TABLE "terms_disorder_type" (
  "value" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  PRIMARY KEY ("value")
) STRICT;
CREATE TABLE "terms_event_type" (
  "value" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  "rank" INTEGER NOT NULL,
  PRIMARY KEY ("value")
) STRICT;
CREATE TABLE "terms_evidence_part" (
  "value" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  PRIMARY KEY ("value")
) STRICT;
CREATE TABLE "terms_geo_precision" (
  "value" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  PRIMARY KEY ("value")
) STRICT;
CREATE TABLE "terms_inter" (
  "value" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  "code" INTEGER NOT NULL,
  PRIMARY KEY ("value")
) STRICT;
CREATE TABLE "terms_interaction" (
  "value" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  PRIMARY KEY ("value")
) STRICT;
CREATE TABLE "terms_region" (
  "value" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  PRIMARY KEY ("value")
) STRICT;
CREATE TABLE "terms_source_scale" (
  "value" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  PRIMARY KEY ("value")
) STRICT;
CREATE TABLE "terms_status" (
  "value" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  PRIMARY KEY ("value")
) STRICT;
CREATE TABLE "terms_sub_event_type" (
  "value" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  "event_type" TEXT NOT NULL,
  "disorder_type" TEXT NOT NULL,
  "rank" INTEGER NOT NULL,
  "verb" TEXT NOT NULL,
  "alone" TEXT NOT NULL,
  "verb_civilians" TEXT,
  PRIMARY KEY ("value")
) STRICT;
CREATE TABLE "terms_time_precision" (
  "value" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  PRIMARY KEY ("value")
) STRICT;
CREATE TABLE "terms_uncoded_reason" (
  "value" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  PRIMARY KEY ("value")
) STRICT;
CREATE TABLE "actors" (
  "name" TEXT NOT NULL,
  "inter" TEXT NOT NULL,
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  PRIMARY KEY ("name", "inter", "from"),
  FOREIGN KEY ("inter") REFERENCES "terms_inter" ("value")
) STRICT;
CREATE TABLE "articles" (
  "article_id" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "source_scale" TEXT NOT NULL,
  "published" TEXT NOT NULL,
  "url" TEXT,
  "language" TEXT,
  "sha256" TEXT NOT NULL,
  PRIMARY KEY ("article_id")
) STRICT;
CREATE TABLE "changes" (
  "release" TEXT NOT NULL,
  "event_id_cnty" TEXT NOT NULL,
  "field" TEXT NOT NULL,
  "old" TEXT,
  "new" TEXT,
  "kind" TEXT NOT NULL,
  "reason" TEXT,
  PRIMARY KEY ("release", "event_id_cnty", "field"),
  FOREIGN KEY ("kind") REFERENCES "terms_change_kind" ("value")
) STRICT;
CREATE TABLE "deletions" (
  "event_id_cnty" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "merged_into" TEXT,
  "removed_in" TEXT NOT NULL,
  "detail" TEXT,
  PRIMARY KEY ("event_id_cnty")
) STRICT;
CREATE TABLE "events" (
  "event_id_cnty" TEXT NOT NULL,
  "event_date" TEXT NOT NULL,
  "year" INTEGER NOT NULL,
  "time_precision" INTEGER NOT NULL,
  "disorder_type" TEXT NOT NULL,
  "event_type" TEXT NOT NULL,
  "sub_event_type" TEXT NOT NULL,
  "actor1" TEXT NOT NULL,
  "assoc_actor_1" TEXT,
  "inter1" TEXT NOT NULL,
  "actor2" TEXT,
  "assoc_actor_2" TEXT,
  "inter2" TEXT,
  "interaction" TEXT NOT NULL,
  "civilian_targeting" TEXT,
  "iso" INTEGER NOT NULL,
  "region" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  "admin1" TEXT,
  "admin2" TEXT,
  "admin3" TEXT,
  "location" TEXT NOT NULL,
  "latitude" REAL NOT NULL,
  "longitude" REAL NOT NULL,
  "geo_precision" INTEGER NOT NULL,
  "source" TEXT NOT NULL,
  "source_scale" TEXT NOT NULL,
  "notes" TEXT NOT NULL,
  "fatalities" INTEGER NOT NULL,
  "tags" TEXT,
  "timestamp" INTEGER NOT NULL,
  "fatalities_low" INTEGER NOT NULL,
  "fatalities_high" INTEGER NOT NULL,
  "injuries" INTEGER,
  "status" TEXT NOT NULL,
  "n_reports" INTEGER NOT NULL,
  "n_sources" INTEGER NOT NULL,
  "confidence" REAL NOT NULL,
  "first_release" TEXT NOT NULL,
  "last_changed_release" TEXT NOT NULL,
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
) STRICT;
CREATE TABLE "event_actors" (
  "event_id_cnty" TEXT NOT NULL,
  "side" INTEGER NOT NULL,
  "role" TEXT NOT NULL,
  "actor" TEXT NOT NULL,
  "inter" TEXT,
  PRIMARY KEY ("event_id_cnty", "side", "actor"),
  FOREIGN KEY ("event_id_cnty") REFERENCES "events" ("event_id_cnty"),
  FOREIGN KEY ("role") REFERENCES "terms_actor_role" ("value"),
  FOREIGN KEY ("inter") REFERENCES "terms_inter" ("value")
) STRICT;
CREATE TABLE "reports" (
  "report_id" TEXT NOT NULL,
  "article_id" TEXT NOT NULL,
  "event_date" TEXT NOT NULL,
  "time_precision" INTEGER NOT NULL,
  "disorder_type" TEXT NOT NULL,
  "event_type" TEXT NOT NULL,
  "sub_event_type" TEXT NOT NULL,
  "actor1" TEXT NOT NULL,
  "assoc_actor_1" TEXT,
  "inter1" TEXT NOT NULL,
  "actor2" TEXT,
  "assoc_actor_2" TEXT,
  "inter2" TEXT,
  "interaction" TEXT NOT NULL,
  "civilian_targeting" TEXT,
  "iso" INTEGER NOT NULL,
  "region" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  "admin1" TEXT,
  "admin2" TEXT,
  "admin3" TEXT,
  "location" TEXT NOT NULL,
  "latitude" REAL NOT NULL,
  "longitude" REAL NOT NULL,
  "geo_precision" INTEGER NOT NULL,
  "source" TEXT NOT NULL,
  "source_scale" TEXT NOT NULL,
  "notes" TEXT NOT NULL,
  "fatalities" INTEGER NOT NULL,
  "tags" TEXT,
  "fatalities_low" INTEGER NOT NULL,
  "fatalities_high" INTEGER NOT NULL,
  "injuries" INTEGER,
  "toll_group" TEXT,
  "claimant" TEXT,
  "status" TEXT NOT NULL,
  "rule" TEXT NOT NULL,
  "quote_start" INTEGER NOT NULL,
  "quote_end" INTEGER NOT NULL,
  "confidence" REAL NOT NULL,
  "event_id_cnty" TEXT,
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
) STRICT;
CREATE TABLE "evidence" (
  "report_id" TEXT NOT NULL,
  "field" TEXT NOT NULL,
  "value" TEXT,
  "part" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "rule" TEXT NOT NULL,
  PRIMARY KEY ("report_id", "field", "start"),
  FOREIGN KEY ("report_id") REFERENCES "reports" ("report_id"),
  FOREIGN KEY ("part") REFERENCES "terms_evidence_part" ("value")
) STRICT;
CREATE TABLE "sources" (
  "name" TEXT NOT NULL,
  "source_scale" TEXT NOT NULL,
  PRIMARY KEY ("name")
) STRICT;
CREATE TABLE "event_sources" (
  "event_id_cnty" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  PRIMARY KEY ("event_id_cnty", "source"),
  FOREIGN KEY ("event_id_cnty") REFERENCES "events" ("event_id_cnty"),
  FOREIGN KEY ("source") REFERENCES "sources" ("name")
) STRICT;
CREATE TABLE "uncoded" (
  "article_id" TEXT NOT NULL,
  "part" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "trigger" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "detail" TEXT,
  PRIMARY KEY ("article_id", "part", "start", "trigger"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("article_id"),
  FOREIGN KEY ("part") REFERENCES "terms_evidence_part" ("value"),
  FOREIGN KEY ("reason") REFERENCES "terms_uncoded_reason" ("value")
) STRICT;
CREATE TABLE "import_terms_actor_role" ("value" TEXT, "meaning" TEXT);
.import --csv --skip 1 data/terms/actor-role.csv import_terms_actor_role
INSERT INTO "terms_actor_role" SELECT nullif("value", ''), nullif("meaning", '') FROM "import_terms_actor_role";
DROP TABLE "import_terms_actor_role";
CREATE TABLE "import_terms_change_kind" ("value" TEXT, "meaning" TEXT);
.import --csv --skip 1 data/terms/change-kind.csv import_terms_change_kind
INSERT INTO "terms_change_kind" SELECT nullif("value", ''), nullif("meaning", '') FROM "import_terms_change_kind";
DROP TABLE "import_terms_change_kind";
CREATE TABLE "import_terms_country" ("value" TEXT, "meaning" TEXT, "iso" TEXT, "iso3" TEXT, "region" TEXT);
.import --csv --skip 1 data/terms/country.csv import_terms_country
INSERT INTO "terms_country" SELECT nullif("value", ''), nullif("meaning", ''), nullif("iso", ''), nullif("iso3", ''), nullif("region", '') FROM "import_terms_country";
DROP TABLE "import_terms_country";
CREATE TABLE "import_terms_disorder_type" ("value" TEXT, "meaning" TEXT);
.import --csv --skip 1 data/terms/disorder-type.csv import_terms_disorder_type
INSERT INTO "terms_disorder_type" SELECT nullif("value", ''), nullif("meaning", '') FROM "import_terms_disorder_type";
DROP TABLE "import_terms_disorder_type";
CREATE TABLE "import_terms_event_type" ("value" TEXT, "meaning" TEXT, "rank" TEXT);
.import --csv --skip 1 data/terms/event-type.csv import_terms_event_type
INSERT INTO "terms_event_type" SELECT nullif("value", ''), nullif("meaning", ''), nullif("rank", '') FROM "import_terms_event_type";
DROP TABLE "import_terms_event_type";
CREATE TABLE "import_terms_evidence_part" ("value" TEXT, "meaning" TEXT);
.import --csv --skip 1 data/terms/evidence-part.csv import_terms_evidence_part
INSERT INTO "terms_evidence_part" SELECT nullif("value", ''), nullif("meaning", '') FROM "import_terms_evidence_part";
DROP TABLE "import_terms_evidence_part";
CREATE TABLE "import_terms_geo_precision" ("value" TEXT, "meaning" TEXT);
.import --csv --skip 1 data/terms/geo-precision.csv import_terms_geo_precision
INSERT INTO "terms_geo_precision" SELECT nullif("value", ''), nullif("meaning", '') FROM "import_terms_geo_precision";
DROP TABLE "import_terms_geo_precision";
CREATE TABLE "import_terms_inter" ("value" TEXT, "meaning" TEXT, "code" TEXT);
.import --csv --skip 1 data/terms/inter.csv import_terms_inter
INSERT INTO "terms_inter" SELECT nullif("value", ''), nullif("meaning", ''), nullif("code", '') FROM "import_terms_inter";
DROP TABLE "import_terms_inter";
CREATE TABLE "import_terms_interaction" ("value" TEXT, "meaning" TEXT);
.import --csv --skip 1 data/terms/interaction.csv import_terms_interaction
INSERT INTO "terms_interaction" SELECT nullif("value", ''), nullif("meaning", '') FROM "import_terms_interaction";
DROP TABLE "import_terms_interaction";
CREATE TABLE "import_terms_region" ("value" TEXT, "meaning" TEXT);
.import --csv --skip 1 data/terms/region.csv import_terms_region
INSERT INTO "terms_region" SELECT nullif("value", ''), nullif("meaning", '') FROM "import_terms_region";
DROP TABLE "import_terms_region";
CREATE TABLE "import_terms_source_scale" ("value" TEXT, "meaning" TEXT);
.import --csv --skip 1 data/terms/source-scale.csv import_terms_source_scale
INSERT INTO "terms_source_scale" SELECT nullif("value", ''), nullif("meaning", '') FROM "import_terms_source_scale";
DROP TABLE "import_terms_source_scale";
CREATE TABLE "import_terms_status" ("value" TEXT, "meaning" TEXT);
.import --csv --skip 1 data/terms/status.csv import_terms_status
INSERT INTO "terms_status" SELECT nullif("value", ''), nullif("meaning", '') FROM "import_terms_status";
DROP TABLE "import_terms_status";
CREATE TABLE "import_terms_sub_event_type" ("value" TEXT, "meaning" TEXT, "event_type" TEXT, "disorder_type" TEXT, "rank" TEXT, "verb" TEXT, "alone" TEXT, "verb_civilians" TEXT);
.import --csv --skip 1 data/terms/sub-event-type.csv import_terms_sub_event_type
INSERT INTO "terms_sub_event_type" SELECT nullif("value", ''), nullif("meaning", ''), nullif("event_type", ''), nullif("disorder_type", ''), nullif("rank", ''), nullif("verb", ''), nullif("alone", ''), nullif("verb_civilians", '') FROM "import_terms_sub_event_type";
DROP TABLE "import_terms_sub_event_type";
CREATE TABLE "import_terms_time_precision" ("value" TEXT, "meaning" TEXT);
.import --csv --skip 1 data/terms/time-precision.csv import_terms_time_precision
INSERT INTO "terms_time_precision" SELECT nullif("value", ''), nullif("meaning", '') FROM "import_terms_time_precision";
DROP TABLE "import_terms_time_precision";
CREATE TABLE "import_terms_uncoded_reason" ("value" TEXT, "meaning" TEXT);
.import --csv --skip 1 data/terms/uncoded-reason.csv import_terms_uncoded_reason
INSERT INTO "terms_uncoded_reason" SELECT nullif("value", ''), nullif("meaning", '') FROM "import_terms_uncoded_reason";
DROP TABLE "import_terms_uncoded_reason";
CREATE TABLE "import_actors" ("name" TEXT, "inter" TEXT, "from" TEXT, "to" TEXT);
.import --csv --skip 1 data/actors.csv import_actors
INSERT INTO "actors" SELECT nullif("name", ''), nullif("inter", ''), nullif("from", ''), nullif("to", '') FROM "import_actors";
DROP TABLE "import_actors";
CREATE TABLE "import_articles" ("article_id" TEXT, "source" TEXT, "source_scale" TEXT, "published" TEXT, "url" TEXT, "language" TEXT, "sha256" TEXT);
.import --csv --skip 1 data/articles.csv import_articles
INSERT INTO "articles" SELECT nullif("article_id", ''), nullif("source", ''), nullif("source_scale", ''), nullif("published", ''), nullif("url", ''), nullif("language", ''), nullif("sha256", '') FROM "import_articles";
DROP TABLE "import_articles";
CREATE TABLE "import_changes" ("release" TEXT, "event_id_cnty" TEXT, "field" TEXT, "old" TEXT, "new" TEXT, "kind" TEXT, "reason" TEXT);
.import --csv --skip 1 data/changes.csv import_changes
INSERT INTO "changes" SELECT nullif("release", ''), nullif("event_id_cnty", ''), nullif("field", ''), nullif("old", ''), nullif("new", ''), nullif("kind", ''), nullif("reason", '') FROM "import_changes";
DROP TABLE "import_changes";
CREATE TABLE "import_deletions" ("event_id_cnty" TEXT, "reason" TEXT, "merged_into" TEXT, "removed_in" TEXT, "detail" TEXT);
.import --csv --skip 1 data/deletions.csv import_deletions
INSERT INTO "deletions" SELECT nullif("event_id_cnty", ''), nullif("reason", ''), nullif("merged_into", ''), nullif("removed_in", ''), nullif("detail", '') FROM "import_deletions";
DROP TABLE "import_deletions";
CREATE TABLE "import_events" ("event_id_cnty" TEXT, "event_date" TEXT, "year" TEXT, "time_precision" TEXT, "disorder_type" TEXT, "event_type" TEXT, "sub_event_type" TEXT, "actor1" TEXT, "assoc_actor_1" TEXT, "inter1" TEXT, "actor2" TEXT, "assoc_actor_2" TEXT, "inter2" TEXT, "interaction" TEXT, "civilian_targeting" TEXT, "iso" TEXT, "region" TEXT, "country" TEXT, "admin1" TEXT, "admin2" TEXT, "admin3" TEXT, "location" TEXT, "latitude" TEXT, "longitude" TEXT, "geo_precision" TEXT, "source" TEXT, "source_scale" TEXT, "notes" TEXT, "fatalities" TEXT, "tags" TEXT, "timestamp" TEXT, "fatalities_low" TEXT, "fatalities_high" TEXT, "injuries" TEXT, "status" TEXT, "n_reports" TEXT, "n_sources" TEXT, "confidence" TEXT, "first_release" TEXT, "last_changed_release" TEXT);
.import --csv --skip 1 data/events.csv import_events
INSERT INTO "events" SELECT nullif("event_id_cnty", ''), nullif("event_date", ''), nullif("year", ''), nullif("time_precision", ''), nullif("disorder_type", ''), nullif("event_type", ''), nullif("sub_event_type", ''), nullif("actor1", ''), nullif("assoc_actor_1", ''), nullif("inter1", ''), nullif("actor2", ''), nullif("assoc_actor_2", ''), nullif("inter2", ''), nullif("interaction", ''), nullif("civilian_targeting", ''), nullif("iso", ''), nullif("region", ''), nullif("country", ''), nullif("admin1", ''), nullif("admin2", ''), nullif("admin3", ''), nullif("location", ''), nullif("latitude", ''), nullif("longitude", ''), nullif("geo_precision", ''), nullif("source", ''), nullif("source_scale", ''), nullif("notes", ''), nullif("fatalities", ''), nullif("tags", ''), nullif("timestamp", ''), nullif("fatalities_low", ''), nullif("fatalities_high", ''), nullif("injuries", ''), nullif("status", ''), nullif("n_reports", ''), nullif("n_sources", ''), nullif("confidence", ''), nullif("first_release", ''), nullif("last_changed_release", '') FROM "import_events";
DROP TABLE "import_events";
CREATE TABLE "import_event_actors" ("event_id_cnty" TEXT, "side" TEXT, "role" TEXT, "actor" TEXT, "inter" TEXT);
.import --csv --skip 1 data/event_actors.csv import_event_actors
INSERT INTO "event_actors" SELECT nullif("event_id_cnty", ''), nullif("side", ''), nullif("role", ''), nullif("actor", ''), nullif("inter", '') FROM "import_event_actors";
DROP TABLE "import_event_actors";
CREATE TABLE "import_reports" ("report_id" TEXT, "article_id" TEXT, "event_date" TEXT, "time_precision" TEXT, "disorder_type" TEXT, "event_type" TEXT, "sub_event_type" TEXT, "actor1" TEXT, "assoc_actor_1" TEXT, "inter1" TEXT, "actor2" TEXT, "assoc_actor_2" TEXT, "inter2" TEXT, "interaction" TEXT, "civilian_targeting" TEXT, "iso" TEXT, "region" TEXT, "country" TEXT, "admin1" TEXT, "admin2" TEXT, "admin3" TEXT, "location" TEXT, "latitude" TEXT, "longitude" TEXT, "geo_precision" TEXT, "source" TEXT, "source_scale" TEXT, "notes" TEXT, "fatalities" TEXT, "tags" TEXT, "fatalities_low" TEXT, "fatalities_high" TEXT, "injuries" TEXT, "toll_group" TEXT, "claimant" TEXT, "status" TEXT, "rule" TEXT, "quote_start" TEXT, "quote_end" TEXT, "confidence" TEXT, "event_id_cnty" TEXT);
.import --csv --skip 1 data/reports.csv import_reports
INSERT INTO "reports" SELECT nullif("report_id", ''), nullif("article_id", ''), nullif("event_date", ''), nullif("time_precision", ''), nullif("disorder_type", ''), nullif("event_type", ''), nullif("sub_event_type", ''), nullif("actor1", ''), nullif("assoc_actor_1", ''), nullif("inter1", ''), nullif("actor2", ''), nullif("assoc_actor_2", ''), nullif("inter2", ''), nullif("interaction", ''), nullif("civilian_targeting", ''), nullif("iso", ''), nullif("region", ''), nullif("country", ''), nullif("admin1", ''), nullif("admin2", ''), nullif("admin3", ''), nullif("location", ''), nullif("latitude", ''), nullif("longitude", ''), nullif("geo_precision", ''), nullif("source", ''), nullif("source_scale", ''), nullif("notes", ''), nullif("fatalities", ''), nullif("tags", ''), nullif("fatalities_low", ''), nullif("fatalities_high", ''), nullif("injuries", ''), nullif("toll_group", ''), nullif("claimant", ''), nullif("status", ''), nullif("rule", ''), nullif("quote_start", ''), nullif("quote_end", ''), nullif("confidence", ''), nullif("event_id_cnty", '') FROM "import_reports";
DROP TABLE "import_reports";
CREATE TABLE "import_evidence" ("report_id" TEXT, "field" TEXT, "value" TEXT, "part" TEXT, "start" TEXT, "end" TEXT, "rule" TEXT);
.import --csv --skip 1 data/evidence.csv import_evidence
INSERT INTO "evidence" SELECT nullif("report_id", ''), nullif("field", ''), nullif("value", ''), nullif("part", ''), nullif("start", ''), nullif("end", ''), nullif("rule", '') FROM "import_evidence";
DROP TABLE "import_evidence";
CREATE TABLE "import_sources" ("name" TEXT, "source_scale" TEXT);
.import --csv --skip 1 data/sources.csv import_sources
INSERT INTO "sources" SELECT nullif("name", ''), nullif("source_scale", '') FROM "import_sources";
DROP TABLE "import_sources";
CREATE TABLE "import_event_sources" ("event_id_cnty" TEXT, "source" TEXT);
.import --csv --skip 1 data/event_sources.csv import_event_sources
INSERT INTO "event_sources" SELECT nullif("event_id_cnty", ''), nullif("source", '') FROM "import_event_sources";
DROP TABLE "import_event_sources";
CREATE TABLE "import_uncoded" ("article_id" TEXT, "part" TEXT, "start" TEXT, "end" TEXT, "trigger" TEXT, "reason" TEXT, "detail" TEXT);
.import --csv --skip 1 data/uncoded.csv import_uncoded
INSERT INTO "uncoded" SELECT nullif("article_id", ''), nullif("part", ''), nullif("start", ''), nullif("end", ''), nullif("trigger", ''), nullif("reason", ''), nullif("detail", '') FROM "import_uncoded";
DROP TABLE "import_uncoded";
CREATE TABLE "release" ("key" TEXT PRIMARY KEY, "value" TEXT NOT NULL);
INSERT INTO "release" VALUES ('title', 'Newsledger sample, South Caucasus 2021-2022');
INSERT INTO "release" VALUES ('version', '2022.9.3');
INSERT INTO "release" VALUES ('date', '2022-09-14');
INSERT INTO "release" VALUES ('schema', '0.1.0');
INSERT INTO "release" VALUES ('licence', 'Creative Commons Attribution 4.0 International (CC-BY-4.0) https://creativecommons.org/licenses/by/4.0/');
INSERT INTO "release" VALUES ('attribution', 'Contains data from GeoNames (geonames.org), CC BY 4.0, modified; settlement names of Ukraine from the state register KATOTTG.');
INSERT INTO "release" VALUES ('citation', 'The Newsledger contributors (2022). Newsledger sample, South Caucasus 2021-2022 (version 2022.9.3) [Data set].');
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
