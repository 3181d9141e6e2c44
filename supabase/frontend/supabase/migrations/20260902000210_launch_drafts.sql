-- Drafts: made, filled, copied and thrown away by recruiters; what only an admin may allow.

-- Locks a draft the asker may change; null where the version they saw is not the present one.
create function private.lock_draft(p_campaign uuid, p_version integer) returns public.campaigns
language plpgsql security definer set search_path = '' as $$
declare draft public.campaigns;
begin
  select * into draft from public.campaigns where id = p_campaign for update;
  perform private.require_office(draft.office_id);
  if draft.state <> 'draft' then
    perform private.fail('conflict', 'not_a_draft', 'This campaign was launched, so its content is fixed.', 'Duplicate it to change something.');
  end if;
  if p_version is not null and draft.version <> p_version then return null; end if;
  return draft;
end $$;

-- {"result": "ok" | "conflict", "campaign", "targets", "matrices"}: the present rows either way.
create function private.draft_answer(p_result text, p_campaign uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('result', p_result, 'campaign', to_jsonb(c),
    'targets', coalesce((select jsonb_agg(to_jsonb(t) order by t.position, t.id) from public.campaign_targets t where t.campaign_id = c.id), '[]'),
    'matrices', coalesce((select jsonb_agg(to_jsonb(m) order by m.position, m.id) from public.campaign_matrices m where m.campaign_id = c.id), '[]'))
  from public.campaigns c where c.id = p_campaign
$$;

-- A new draft for a job. The same id again answers the same draft.
create function public.create_campaign_draft(p_id uuid, p_job uuid, p_name text, p_slug text, p_uid text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare office public.offices;
begin
  select o.* into office from public.jobs j join public.offices o on o.id = j.office_id where j.id = p_job;
  perform private.require_office(office.id);
  insert into public.campaigns (id, office_id, job_id, name, slug, uid)
  values (p_id, office.id, p_job, p_name, p_slug, p_uid) on conflict (id) do nothing;
  perform private.require_office((select office_id from public.campaigns where id = p_id));
  return private.draft_answer('ok', p_id);
end $$;

-- The name decides the slug, and both stay free until the launch.
create function public.rename_campaign_draft(p_campaign uuid, p_version integer, p_name text, p_slug text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare draft public.campaigns := private.lock_draft(p_campaign, p_version);
begin
  if draft.id is null then return private.draft_answer('conflict', p_campaign); end if;
  update public.campaigns set name = p_name, slug = p_slug where id = p_campaign;
  return private.draft_answer('ok', p_campaign);
end $$;

-- Replaces a draft's targets and matrices in the given order; null leaves a list as it is.
-- p_targets: [{"id", "name", "objectiveKey", "description", "goalType", "kind", "columnId"}],
-- p_matrices: [{"id", "name", "objectiveKey", "whatsappMessage", "callScript"}]. The campaign's version counts this as a change.
create function public.save_campaign_parts(p_campaign uuid, p_version integer, p_targets jsonb default null, p_matrices jsonb default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare draft public.campaigns := private.lock_draft(p_campaign, p_version);
begin
  if draft.id is null then return private.draft_answer('conflict', p_campaign); end if;
  if p_targets is not null then
    delete from public.campaign_targets where campaign_id = p_campaign;
    insert into public.campaign_targets (id, campaign_id, name, objective_key, description, goal_type, kind, column_id, position)
    select coalesce(x.id, gen_random_uuid()), p_campaign, x.name, x."objectiveKey", coalesce(x.description, ''), coalesce(x."goalType", 'boolean'),
      coalesce(x.kind, 'custom'), k.id, x.nth
    from rows from (jsonb_to_recordset(p_targets) as (id uuid, name text, "objectiveKey" text, description text, "goalType" text, kind text, "columnId" uuid))
      with ordinality as x(id, name, "objectiveKey", description, "goalType", kind, "columnId", nth)
    left join public.kanban_columns k on k.id = x."columnId" and k.job_id = draft.job_id and x.kind = 'column';
  end if;
  if p_matrices is not null then
    delete from public.campaign_matrices where campaign_id = p_campaign;
    insert into public.campaign_matrices (id, campaign_id, name, objective_key, whatsapp_message, call_script, position)
    select coalesce(x.id, gen_random_uuid()), p_campaign, x.name, x."objectiveKey", coalesce(x."whatsappMessage", ''), coalesce(x."callScript", ''), x.nth
    from rows from (jsonb_to_recordset(p_matrices) as (id uuid, name text, "objectiveKey" text, "whatsappMessage" text, "callScript" text))
      with ordinality as x(id, name, "objectiveKey", "whatsappMessage", "callScript", nth);
  end if;
  update public.campaigns set parts_version = parts_version + 1 where id = p_campaign;
  return private.draft_answer('ok', p_campaign);
end $$;

-- A new draft with the same content under a new uid; the way to run a stopped campaign again. p_without_contacted leaves
-- out whom this campaign, or one it was itself copied from in this way, has contacted.
create function public.duplicate_campaign(p_campaign uuid, p_id uuid, p_name text, p_slug text, p_uid text,
  p_without_contacted boolean default false) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_office((select office_id from public.campaigns where id = p_campaign));
  if exists (select from public.campaigns where id = p_id) then
    perform private.require_office((select office_id from public.campaigns where id = p_id));
    return private.draft_answer('ok', p_id);
  end if;
  insert into public.campaigns (id, office_id, job_id, name, slug, uid, channels, time_zone, calling_hours, task_expiry_hours, error_percent,
    audience, purpose, consent_basis, ai_disclosure, card_policy, prompt_chat, prompt_call, first_message_chat, first_message_call, copied_from)
  select p_id, office_id, job_id, p_name, p_slug, p_uid, channels, time_zone, calling_hours, task_expiry_hours, error_percent,
    case when p_without_contacted then jsonb_set(audience, '{notContactedIn}',
      (select jsonb_agg(distinct x) from jsonb_array_elements(coalesce(audience -> 'notContactedIn', '[]') || to_jsonb(p_campaign)) x)) else audience end,
    purpose, consent_basis, ai_disclosure, card_policy, prompt_chat, prompt_call, first_message_chat, first_message_call, p_campaign
  from public.campaigns where id = p_campaign;
  insert into public.campaign_targets (campaign_id, name, objective_key, description, goal_type, kind, column_id, position)
  select p_id, name, objective_key, description, goal_type, kind, column_id, position from public.campaign_targets where campaign_id = p_campaign;
  insert into public.campaign_matrices (campaign_id, name, objective_key, whatsapp_message, call_script, position)
  select p_id, name, objective_key, whatsapp_message, call_script, position from public.campaign_matrices where campaign_id = p_campaign;
  return private.draft_answer('ok', p_id);
end $$;

create function public.delete_campaign_draft(p_campaign uuid, p_version integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare draft public.campaigns := private.lock_draft(p_campaign, p_version);
begin
  if draft.id is null then return private.draft_answer('conflict', p_campaign); end if;
  perform private.audit(auth.uid(), 'delete', 'campaign', p_campaign::text, draft.office_id, jsonb_build_object('name', draft.name));
  delete from public.campaigns where id = p_campaign;
  return '{"result": "ok"}';
end $$;

-- An admin's word that this campaign needs no AI disclosure, with the reason; an empty reason takes it back.
create function public.waive_ai_disclosure(p_campaign uuid, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  draft public.campaigns := private.lock_draft(p_campaign, null);
  reason text := trim(coalesce(p_reason, ''));
begin
  perform private.require_admin();
  update public.campaigns set ai_disclosure_waived_reason = reason, ai_disclosure_waived_by = case when reason <> '' then auth.uid() end where id = p_campaign;
  perform private.audit(auth.uid(), 'waive-ai-disclosure', 'campaign', p_campaign::text, draft.office_id, jsonb_build_object('reason', reason));
  return private.draft_answer('ok', p_campaign);
end $$;

-- An admin's leave to contact people who are in another running campaign.
create function public.allow_active_elsewhere(p_campaign uuid, p_allowed boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare draft public.campaigns := private.lock_draft(p_campaign, null);
begin
  perform private.require_admin();
  update public.campaigns set contact_active_elsewhere = p_allowed where id = p_campaign;
  perform private.audit(auth.uid(), 'allow-active-elsewhere', 'campaign', p_campaign::text, draft.office_id, jsonb_build_object('allowed', p_allowed));
  return private.draft_answer('ok', p_campaign);
end $$;

revoke all on function private.lock_draft(uuid, integer), private.draft_answer(text, uuid), public.create_campaign_draft(uuid, uuid, text, text, text),
  public.rename_campaign_draft(uuid, integer, text, text), public.save_campaign_parts(uuid, integer, jsonb, jsonb),
  public.duplicate_campaign(uuid, uuid, text, text, text, boolean), public.delete_campaign_draft(uuid, integer),
  public.waive_ai_disclosure(uuid, text), public.allow_active_elsewhere(uuid, boolean) from public, anon, authenticated, service_role;
grant execute on function public.create_campaign_draft(uuid, uuid, text, text, text), public.rename_campaign_draft(uuid, integer, text, text),
  public.save_campaign_parts(uuid, integer, jsonb, jsonb), public.duplicate_campaign(uuid, uuid, text, text, text, boolean),
  public.delete_campaign_draft(uuid, integer), public.waive_ai_disclosure(uuid, text), public.allow_active_elsewhere(uuid, boolean) to authenticated;
