import { freshnessOf } from '@rinnalla/shared/catalogue/freshness';
import { takesReferrals } from '@rinnalla/shared/catalogue/offering';
import type { PublicServiceView } from '@rinnalla/shared/catalogue/service';
import { mayManageServices } from '@rinnalla/shared/catalogue/service-permissions';
import type { Actor } from '@rinnalla/shared/organization/actor';
import { isSenderRole } from '@rinnalla/shared/organization/role';
import { presentOffering } from './offering.presenter.js';
import {
  type CardCircumstances,
  presentMunicipalities,
  presentNextStart,
  presentPlaces,
} from './service-card.presenter.js';
import { contentOfRow } from './service-columns.js';
import type { ServicePageRow } from './service-page.query.js';

/** The organization's own list of what is public: the substitute's contact and a price for buyers stay inside. */
const publicContentOf = (row: ServicePageRow, reader: Actor | undefined) => {
  const {
    substituteContact: _inside,
    priceIsPublic,
    price,
    municipalities: _codes,
    ...content
  } = contentOfRow(row);
  return { ...content, price: priceIsPublic || reader ? price : null };
};

/** Names what a service page shows to this reader. */
export const presentServicePage = (
  row: ServicePageRow,
  reader: Actor | undefined,
  { now, today, register }: CardCircumstances,
): PublicServiceView => {
  const offerings = row.offerings
    .filter(({ status }) => status !== 'cancelled' && status !== 'planned')
    .map(presentOffering);
  const isReferred = row.origin !== 'ptv' && row.referral_mode !== 'self';
  return {
    ...publicContentOf(row, reader),
    id: row.id,
    municipalities: presentMunicipalities(row.municipalities, register),
    organization: {
      id: row.organization_id,
      name: row.organization_name,
      kind: row.organization_kind,
      businessId: row.business_id,
      description: row.organization_description,
      website: row.website,
    },
    offerings,
    places: presentPlaces(row),
    nextStart: presentNextStart(row, today),
    usualAnswerDays: row.usual_answer_days,
    decisionRequired: row.decision_required,
    assuredAt: row.assured_at?.toISOString() ?? null,
    freshness: row.assured_at && freshnessOf(row.assured_at, now),
    origin: row.origin === 'ptv' ? 'ptv' : 'rinnalla',
    ptvServiceId: row.origin === 'ptv' ? row.source_id : null,
    demo: row.origin === 'demonstration',
    actions: {
      mayRefer:
        isReferred &&
        isSenderRole(reader?.role) &&
        offerings.some((offering) => takesReferrals(offering, today)),
      mayEdit: mayManageServices(reader, row.organization_id),
    },
  };
};
