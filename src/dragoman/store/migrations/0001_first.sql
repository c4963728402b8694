-- A record: texts by content, where each appeared, who coded it and when, and the rows that came of it.
-- Times are UTC. `added` and `closed` bound the time in which a row was held; closed is null for what is held now.
-- There are no unique indexes: the one writer looks before it inserts, and DuckDB's indexes cost more than they keep.

create table texts (
    id varchar not null,             -- SHA-256 of the text
    text varchar not null,
    language varchar not null
);

create table appearances (           -- one text, as one outlet published it at one address
    text_id varchar not null,
    outlet varchar,
    url varchar,
    published date,
    title varchar,
    author varchar,
    first_read timestamp not null
);

create sequence coding_numbers;

create table codings (               -- one pass of one version of the coder over one text
    coding bigint not null,
    text_id varchar not null,
    published date,                  -- the appearance whose date and outlet the coder was given
    outlet varchar,
    url varchar,
    title varchar,
    author varchar,
    model varchar not null,
    codebook varchar not null,
    report json not null,            -- the record's report object, without its text
    added timestamp not null,
    closed timestamp
);

-- The five kinds of rows. `place` counts the rows of a report, and is what indices between rows mean; `first` and
-- `last` bound all the words a row rests on; `row` is the row whole, as record.md describes it.

create table statements (
    coding bigint not null, text_id varchar not null, place integer not null, id varchar not null,
    model varchar not null, codebook varchar not null, added timestamp not null, closed timestamp,
    according_to integer, confidence double, first integer, last integer,
    speaker varchar, codes varchar[], manner varchar, channel varchar, start_date varchar, end_date varchar,
    "row" json not null
);

create table events (
    coding bigint not null, text_id varchar not null, place integer not null, id varchar not null,
    model varchar not null, codebook varchar not null, added timestamp not null, closed timestamp,
    according_to integer, confidence double, first integer, last integer,
    event varchar, quad integer, cameo varchar, actors varchar[], recipients varchar[], codes varchar[], aux varchar[],
    country varchar, start_date varchar, end_date varchar,
    "row" json not null
);

create table meetings (
    coding bigint not null, text_id varchar not null, place integer not null, id varchar not null,
    model varchar not null, codebook varchar not null, added timestamp not null, closed timestamp,
    according_to integer, confidence double, first integer, last integer,
    status varchar, codes varchar[], country varchar, part_of integer, start_date varchar, end_date varchar,
    "row" json not null
);

create table agreements (
    coding bigint not null, text_id varchar not null, place integer not null, id varchar not null,
    model varchar not null, codebook varchar not null, added timestamp not null, closed timestamp,
    according_to integer, confidence double, first integer, last integer,
    name varchar, status varchar, codes varchar[], start_date varchar, end_date varchar,
    "row" json not null
);

create table positions (
    coding bigint not null, text_id varchar not null, place integer not null, id varchar not null,
    model varchar not null, codebook varchar not null, added timestamp not null, closed timestamp,
    according_to integer, confidence double, first integer, last integer,
    issue varchar, stance varchar, codes varchar[],
    "row" json not null
);

create table failures (              -- what could not be read or coded: nothing vanishes
    source varchar not null,
    stage varchar not null,
    reason varchar not null,
    added timestamp not null,
    closed timestamp                 -- when the same source was kept after all
);
