-- The parts of src/domain/status and src/domain/call that SQL needs as well; tests hold the two to each other.

-- The rules of a campaign that has none of its own: src/domain/status/status-rule.ts.
create function private.default_status_rules()
returns table ("position" integer, objective_key text, status text, rank double precision, is_refusal boolean)
language sql immutable parallel safe set search_path = '' as $$
  values (1, 'started_work', 'started-work', 5::double precision, false), (2, 'hired', 'hired', 4, false),
    (3, 'interview_scheduled', 'interview', 3, false), (4, 'rejected', 'rejected', 1, true),
    (5, 'not_interested', 'rejected', 1, true), (6, 'interested', 'interested', 2, false)
$$;

-- Whether a call reached the candidate: src/domain/call/call-outcome.ts, personAnswered.
create function private.person_answered(p_answered_by text, p_disposition text) returns boolean
language sql immutable parallel safe
return p_answered_by = 'person' and p_disposition <> 'wrong-number';

-- The column of a board for a derived status: itself, else the nearest lower standard one; a job's own
-- column that is gone, and rejected, fall to contacted. Null: no status, or a board without any. src/domain/status/board-status.ts.
create function private.board_status(p_job uuid, p_status text) returns text
language sql stable security definer set search_path = '' as $$
  with standard (key, rank) as (
    values ('not-contacted', 0), ('contacted', 1), ('interested', 2), ('interview', 3), ('hired', 4), ('started-work', 5)
  )
  select case when p_status is not null then coalesce(
    (select k.key from public.kanban_columns k where k.job_id = p_job and k.key = p_status),
    (select s.key from standard s join public.kanban_columns k on k.job_id = p_job and k.key = s.key
     where s.rank <= coalesce((select rank from standard where key = p_status), 1)
     order by s.rank desc limit 1)) end
$$;

-- A time as src/domain writes it: ISO 8601 in UTC with milliseconds.
create function private.iso_ms(p_at timestamptz) returns text
language sql immutable parallel safe
return to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

revoke all on function private.default_status_rules(), private.person_answered(text, text), private.board_status(uuid, text),
  private.iso_ms(timestamptz) from public, anon, authenticated, service_role;
