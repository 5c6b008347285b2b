import { ageBandOf } from '@rinnalla/shared/client/age-band';
import type { clientRoutes, ClientView } from '@rinnalla/shared/client/client-routes';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { ClientListRow } from './client-list.query.js';
import type { ClientCardRow, IdentityAndContactRow } from './client.query.js';

/** Names every field of a client that leaves the server. The identity code does not: only whether there is one. */
export const presentClient = (
  card: ClientCardRow,
  known: IdentityAndContactRow,
  year: number,
): ClientView => ({
  id: card.id,
  version: card.version,
  firstName: card.first_name,
  surname: known.surname,
  language: card.language,
  birthYear: card.birth_year,
  ageBand: ageBandOf(card.birth_year, year) ?? null,
  hasIdentityCode: known.identity_code !== null,
  goal: card.goal,
  needs: card.needs,
  planType: card.plan_type,
  nonDisclosure: card.non_disclosure,
  nonDisclosureUntil: card.non_disclosure_until,
  homeMunicipality: card.home_municipality_code,
  contact: { way: known.way, phone: known.phone, email: known.email, wishes: known.wishes },
  handler: { id: card.handler_id, name: card.handler_name },
});

export const presentClientRow = (
  row: ClientListRow,
): ResponseOf<typeof clientRoutes.search>['items'][number] => ({
  id: row.id,
  firstName: row.first_name,
  goal: row.goal,
  nonDisclosure: row.non_disclosure,
  handlerName: row.handler_name,
  openReferrals: row.open_referrals,
});
