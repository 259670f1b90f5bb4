-- Seasons: named ranges of dates of a channel, each with a board of its own. Both dates are included. `name_key`: what the name is compared by.
CREATE TABLE seasons (
  place_id  INTEGER NOT NULL REFERENCES places,
  from_date TEXT    NOT NULL,
  to_date   TEXT    NOT NULL,
  name      TEXT    NOT NULL,
  name_key  TEXT    NOT NULL,
  PRIMARY KEY (place_id, from_date),
  UNIQUE (place_id, name_key)
) STRICT, WITHOUT ROWID;

-- On how many study days somebody answered.
ALTER TABLE scores ADD COLUMN days INTEGER NOT NULL DEFAULT 0;
CREATE INDEX answers_of_day ON answers (person_id, day);

-- Weeks as ISO 8601 has them.
UPDATE scores SET days = counted.days FROM (
  WITH answered AS (
    SELECT DISTINCT a.person_id, r.place_id, r.group_id, a.day FROM answers a JOIN rounds r ON r.id = a.round_id WHERE a.is_right IS NOT NULL
  ), owned AS (
    SELECT person_id, 'place' AS scope, place_id AS owner_id, day FROM answered
    UNION SELECT person_id, 'group', group_id, day FROM answered
  )
  SELECT person_id, scope, owner_id, period, count(*) AS days FROM (
    SELECT person_id, scope, owner_id, strftime('%G-W%V', day) AS period FROM owned
    UNION ALL SELECT person_id, scope, owner_id, substr(day, 1, 7) FROM owned
    UNION ALL SELECT person_id, scope, owner_id, 'all' FROM owned
  ) GROUP BY person_id, scope, owner_id, period
) counted JOIN boards b ON b.scope = counted.scope AND b.owner_id = counted.owner_id AND b.period = counted.period
WHERE scores.person_id = counted.person_id AND scores.board_id = b.id;

-- With all that a board in another order needs, so that such a board is read from the index alone.
DROP INDEX scores_in_order;
CREATE INDEX scores_in_order ON scores (board_id, points DESC, answered, reached_at, right_answers, days) WHERE shown = 1;
