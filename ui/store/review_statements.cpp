#include "ui/store/review_statements.h"

namespace vbs {

namespace {

/// What orders and filters need of an item lies apart from its text, so that all of it is read at once when a project
/// opens; likewise of predictions.
QStringList fileStep1()
{
    return {
        QStringLiteral("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE item_type (type INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"),
        QStringLiteral("CREATE TABLE picture_group (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"),
        QStringLiteral("CREATE TABLE item (number INTEGER PRIMARY KEY, type INTEGER NOT NULL, "
                       "pictures INTEGER NOT NULL, dissent REAL NOT NULL, faulty INTEGER NOT NULL)"),
        QStringLiteral("CREATE INDEX item_by_pictures ON item (pictures, number)"),
        QStringLiteral("CREATE TABLE item_record (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "
                       "text TEXT NOT NULL, truth TEXT NOT NULL, record TEXT NOT NULL)"),
        QStringLiteral("CREATE VIRTUAL TABLE item_words USING fts5(text, truth, content='', "
                       "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"),
        QStringLiteral("CREATE TABLE prediction (model TEXT NOT NULL, item INTEGER NOT NULL, surprise REAL NOT NULL, "
                       "entropy REAL NOT NULL, score REAL NOT NULL, PRIMARY KEY (model, item)) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE prediction_record (model TEXT NOT NULL, item INTEGER NOT NULL, "
                       "fault TEXT NOT NULL, guess TEXT NOT NULL, result TEXT NOT NULL, PRIMARY KEY (model, item))"),
        QStringLiteral("CREATE TABLE decision (id INTEGER PRIMARY KEY AUTOINCREMENT, item INTEGER NOT NULL, "
                       "reviewer TEXT NOT NULL, time INTEGER NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, "
                       "adjudicates INTEGER NOT NULL, undone INTEGER NOT NULL)"),
        QStringLiteral("CREATE INDEX decision_by_item ON decision (item, id)"),
        QStringLiteral("CREATE INDEX decision_by_reviewer ON decision (reviewer, undone, id)"),
        QStringLiteral("CREATE VIRTUAL TABLE comment_words USING fts5(comment, content='', "
                       "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"),
        QStringLiteral("CREATE TABLE filter (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE note (reviewer TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, "
                       "PRIMARY KEY (reviewer, key)) WITHOUT ROWID"),
        // Acts are never changed or removed: not by a fault of ours, either.
        QStringLiteral("CREATE TRIGGER decisions_stay BEFORE DELETE ON decision "
                       "BEGIN SELECT RAISE(ABORT, 'decisions are never removed'); END"),
        QStringLiteral("CREATE TRIGGER decisions_are_undone_only BEFORE UPDATE OF id, item, reviewer, time, kind, "
                       "value, adjudicates ON decision "
                       "BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END"),
    };
}

/// Acts of older projects get tokens that nobody else has, like new ones.
QStringList fileStep2()
{
    return {
        QStringLiteral("ALTER TABLE decision ADD COLUMN token TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("UPDATE decision SET token = lower(hex(randomblob(16)))"),
        QStringLiteral("CREATE UNIQUE INDEX decision_by_token ON decision (token)"),
        QStringLiteral("DROP TRIGGER decisions_are_undone_only"),
        QStringLiteral("CREATE TRIGGER decisions_are_undone_only BEFORE UPDATE OF id, item, reviewer, time, kind, "
                       "value, adjudicates, token ON decision "
                       "BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END"),
    };
}

/// The tables of files with what several reviewers at once need: claims, the order in which acts came in or were undone
/// (change), and a notification of each.
QStringList serverTables()
{
    return {
        QStringLiteral("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE item_type (type INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"),
        QStringLiteral("CREATE TABLE picture_group (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"),
        QStringLiteral("CREATE TABLE item (number INTEGER PRIMARY KEY, type INTEGER NOT NULL, "
                       "pictures INTEGER NOT NULL, dissent DOUBLE PRECISION NOT NULL, faulty INTEGER NOT NULL)"),
        QStringLiteral("CREATE INDEX item_by_pictures ON item (pictures, number)"),
        QStringLiteral("CREATE TABLE item_record (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "
                       "text TEXT NOT NULL, truth TEXT NOT NULL, record TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE item_words (number INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)"),
        QStringLiteral("CREATE INDEX item_words_by_word ON item_words USING gin (words)"),
        QStringLiteral("CREATE TABLE prediction (model TEXT NOT NULL, item INTEGER NOT NULL, "
                       "surprise DOUBLE PRECISION NOT NULL, entropy DOUBLE PRECISION NOT NULL, "
                       "score DOUBLE PRECISION NOT NULL, PRIMARY KEY (model, item))"),
        QStringLiteral("CREATE TABLE prediction_record (model TEXT NOT NULL, item INTEGER NOT NULL, "
                       "fault TEXT NOT NULL, guess TEXT NOT NULL, result TEXT NOT NULL, PRIMARY KEY (model, item))"),
        QStringLiteral("CREATE SEQUENCE decision_change"),
        QStringLiteral("CREATE TABLE decision (id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, "
                       "item INTEGER NOT NULL, reviewer TEXT NOT NULL, time BIGINT NOT NULL, kind TEXT NOT NULL, "
                       "value TEXT NOT NULL, adjudicates INTEGER NOT NULL, undone INTEGER NOT NULL, "
                       "token TEXT NOT NULL UNIQUE, change BIGINT NOT NULL DEFAULT nextval('decision_change'))"),
        QStringLiteral("CREATE INDEX decision_by_item ON decision (item, id)"),
        QStringLiteral("CREATE INDEX decision_by_reviewer ON decision (reviewer, undone, id)"),
        QStringLiteral("CREATE INDEX decision_by_change ON decision (change)"),
        QStringLiteral("CREATE TABLE comment_words (decision BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)"),
        QStringLiteral("CREATE INDEX comment_words_by_word ON comment_words USING gin (words)"),
        QStringLiteral("CREATE TABLE filter (name TEXT PRIMARY KEY, value TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE note (reviewer TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, "
                       "PRIMARY KEY (reviewer, key))"),
        QStringLiteral("CREATE TABLE claim (item INTEGER NOT NULL, reviewer TEXT NOT NULL, "
                       "lapses TIMESTAMP WITH TIME ZONE NOT NULL, PRIMARY KEY (item, reviewer))"),
    };
}

/// Acts are never changed or removed, whoever asks for it.
QStringList serverTriggers()
{
    return {
        QStringLiteral("CREATE FUNCTION decisions_stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                       "RAISE EXCEPTION 'decisions are never removed'; END $$"),
        QStringLiteral("CREATE TRIGGER decisions_stay BEFORE DELETE OR TRUNCATE ON decision "
                       "FOR EACH STATEMENT EXECUTE FUNCTION decisions_stay()"),
        QStringLiteral(
            "CREATE FUNCTION decisions_are_undone_only() RETURNS trigger LANGUAGE plpgsql "
            "SET search_path FROM CURRENT AS $$ BEGIN "
            "IF (NEW.id, NEW.item, NEW.reviewer, NEW.time, NEW.kind, NEW.value, NEW.adjudicates, NEW.token) "
            "IS DISTINCT FROM (OLD.id, OLD.item, OLD.reviewer, OLD.time, OLD.kind, OLD.value, OLD.adjudicates, "
            "OLD.token) THEN RAISE EXCEPTION 'decisions are never changed'; END IF; "
            "NEW.change := nextval('decision_change'); RETURN NEW; END $$"),
        QStringLiteral("CREATE TRIGGER decisions_are_undone_only BEFORE UPDATE ON decision "
                       "FOR EACH ROW EXECUTE FUNCTION decisions_are_undone_only()"),
        QStringLiteral("CREATE FUNCTION decisions_are_told() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                       "PERFORM pg_notify('vbsreview_' || TG_RELID, ''); RETURN NULL; END $$"),
        QStringLiteral("CREATE TRIGGER decisions_are_told AFTER INSERT OR UPDATE ON decision "
                       "FOR EACH STATEMENT EXECUTE FUNCTION decisions_are_told()"),
    };
}

} // namespace

QStringList fileStep(int format)
{
    return format == 1 ? fileStep1() : fileStep2();
}

QStringList serverStep(int format)
{
    return format == 1 ? QStringList() : serverTables() + serverTriggers();
}

} // namespace vbs
