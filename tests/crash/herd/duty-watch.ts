// Who has the duty, seen from within the database; and whether anybody else saves what is saved in its name.
import { Client } from 'pg'

export type Holder = { readonly owner: string; readonly name: string }

export type DutyWatch = {
  /** Undefined for nobody. Whoever has it may have ended, or be frozen. */
  holder(): Promise<Holder | undefined>
  /** The lease of this one runs out, if it still has it. */
  runOut(holder: Holder): Promise<void>
  /** Does what the server does by itself in ten seconds: it ends transactions whose process does nothing. */
  endIdle(names: readonly string[]): Promise<void>
  /** The time of the last beat that somebody on duty noted, by the clock of the programs. */
  lastBeat(): Promise<number>
  /** Asks for all that is due. @returns whether that is done */
  ask(): Promise<() => Promise<boolean>>
  /** The rounds that were marked to be sent, and nothing since. */
  sending(): Promise<ReadonlySet<string>>
  /** When which process took the duty, by the machine's clock. */
  turns(): Promise<readonly { readonly name: string; readonly at: number }[]>
  /** What was saved in the name of the duty by a process that didn't have it. */
  breaches(): Promise<readonly string[]>
  close(): Promise<void>
}

/** What only the process on duty does to a round. */
const inItsName = ['sending', 'closed', 'failed', 'missed']

const watching = `
CREATE SCHEMA crash;
CREATE TABLE crash.turns (nth bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, owner text NOT NULL, name text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE TABLE crash.breaches (what text NOT NULL);
CREATE FUNCTION crash.note_turn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'INSERT' OR NEW.owner <> OLD.owner THEN INSERT INTO crash.turns (owner, name) VALUES (NEW.owner, current_setting('application_name')); END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION crash.note_round() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE holder text; BEGIN
  SELECT t.name INTO holder FROM public.leases l JOIN crash.turns t USING (owner) WHERE l.name = 'bot' ORDER BY t.nth DESC LIMIT 1;
  IF holder IS DISTINCT FROM current_setting('application_name') THEN
    INSERT INTO crash.breaches VALUES (format('%s %s: by %s, while %s had the duty', NEW.name, NEW.state, current_setting('application_name'), coalesce(holder, 'nobody')));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER crash_turns AFTER INSERT OR UPDATE ON public.leases FOR EACH ROW EXECUTE FUNCTION crash.note_turn();
CREATE TRIGGER crash_rounds AFTER INSERT OR UPDATE OF state ON public.rounds FOR EACH ROW WHEN (NEW.state IN (${inItsName.map((state) => `'${state}'`).join()})) EXECUTE FUNCTION crash.note_round();
`

/** Whoever has the duty by now must give it back and take it again to be known. */
export async function watchDuty(url: string): Promise<DutyWatch> {
  // What waits for somebody's transaction may not keep the other from ending it.
  const [client, ending] = [new Client({ connectionString: url, application_name: 'crash' }), new Client({ connectionString: url, application_name: 'crash' })]
  await Promise.all([client.connect(), ending.connect()])
  await client.query(watching)
  const rows = async <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> => (await client.query<Row>(sql, [...values])).rows
  return {
    holder: async () => (await rows<Holder>(`SELECT l.owner, t.name FROM leases l JOIN crash.turns t USING (owner) WHERE l.name = 'bot' ORDER BY t.nth DESC LIMIT 1`))[0],
    runOut: async ({ owner }) => void (await rows(`UPDATE leases SET until = clock_timestamp() - interval '1 second' WHERE owner = $1`, [owner])),
    endIdle: async (names) => void (await ending.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ANY ($1) AND state LIKE 'idle in transaction%'`, [names])),
    lastBeat: async () => Number((await rows<{ readonly value: string }>(`SELECT value FROM meta WHERE name = 'beat_at'`))[0]?.value ?? 0),
    ask: async () => {
      const [asked] = await rows<{ readonly id: string }>('INSERT INTO asks (id) VALUES (gen_random_uuid()) RETURNING id')
      return async () => (await rows('SELECT 1 FROM asks WHERE id = $1', [asked?.id])).length === 0
    },
    sending: async () => new Set((await rows<{ readonly name: string }>(`SELECT name FROM rounds WHERE state = 'sending'`)).map(({ name }) => name)),
    turns: async () => (await rows<{ readonly name: string; readonly at: Date }>('SELECT name, at FROM crash.turns ORDER BY nth')).map(({ name, at }) => ({ name, at: at.getTime() })),
    breaches: async () => (await rows<{ readonly what: string }>('SELECT what FROM crash.breaches')).map(({ what }) => what),
    close: async () => void (await Promise.all([client.end(), ending.end()])),
  }
}
