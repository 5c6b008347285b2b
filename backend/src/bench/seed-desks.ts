import { seededId } from './scale.js';

/** What people keep at hand: drafts, conversations put off, names that were called, ready messages, and words to look for. */
export const desksSql = `
  insert into message_words (conversation_id, seq, readers, at, document)
  select e.conversation_id, e.seq, array[c.sender_organization_id, c.provider_organization_id], e.at, d.document
    from conversation_entry e
    join conversation c on c.id = e.conversation_id
    cross join (select app.message_document('Soitin tänään, sopii hyvin. Tavataan torstaina kello yksi kirjastolla.') as document) d
   where e.kind = 'message' and e.seq = 2;
  insert into message_draft (conversation_id, person_id, body, version, updated_at)
  select c.id, c.handler_id, 'Soitan huomenna', 1, c.last_entry_at
    from conversation c where c.audience_organization_id is null and c.id::text like '%7';
  insert into conversation_snooze (conversation_id, person_id, until, from_seq)
  select c.id, c.handler_id, '2026-12-01', c.last_seq
    from conversation c where c.audience_organization_id is null and c.id::text like '%3';
  insert into mention (conversation_id, seq, membership_id, person_id)
  select c.id, 2, m.id, m.person_id
    from conversation c join membership m on m.person_id = c.handler_id and m.organization_id = c.sender_organization_id
   where c.audience_organization_id is null and c.id::text like '%5';
  insert into message_template (id, organization_id, name, body, updated_at, updated_by)
  select ${seededId('template', 'o.id::text || n')}, o.id, '{"fi": "Ei saatu kiinni"}', '{"fi": "Soitin, mutta en saanut kiinni."}', now(), p.id
    from organization o cross join generate_series(1, 5) as n cross join (select id from person limit 1) p`;
