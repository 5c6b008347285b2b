import { freshnessOf } from '@rinnalla/shared/catalogue/freshness';
import { type PublishCheck, publishCheck } from '@rinnalla/shared/catalogue/publish-check';
import type { OwnServiceCardView, OwnServiceView } from '@rinnalla/shared/catalogue/service';
import type { ServiceContent } from '@rinnalla/shared/catalogue/service-content';
import { availableServiceActions } from '@rinnalla/shared/catalogue/service-lifecycle';
import type { MunicipalityRegister } from './municipality-register.js';
import { presentOwnOffering, statusOf } from './offering.presenter.js';
import type { OfferingRow } from './offering-row.js';
import type { OwnServiceCardRow, OwnServiceRow } from './own-service.query.js';
import { contentOfRow } from './service-columns.js';

export interface OwnCircumstances {
  now: Date;
  /** `YYYY-MM-DD` in Helsinki. */
  today: string;
  register: MunicipalityRegister;
}

/** The publish check of a content with the offerings that are there. */
export const checkOf = (
  content: ServiceContent,
  offerings: readonly OfferingRow[],
  { today, register }: OwnCircumstances,
): PublishCheck =>
  publishCheck(
    content,
    offerings.map(({ status, ...row }) => ({ ...row, status: statusOf(status) })),
    {
      today,
      areaIsBilingual: content.nationwide || register.speaksSwedish(content.municipalities),
    },
  );

/** Names every field of a service that its own manager works with. */
export const presentOwnService = (row: OwnServiceRow, circumstances: OwnCircumstances): OwnServiceView => {
  const content = contentOfRow(row);
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    content,
    offerings: row.offerings.map(presentOwnOffering),
    check: checkOf(content, row.offerings, circumstances),
    actions: availableServiceActions(row.status),
    assuredAt: row.assured_at?.toISOString() ?? null,
    freshness: row.assured_at && freshnessOf(row.assured_at, circumstances.now),
    publishedAt: row.published_at?.toISOString() ?? null,
    updatedAt: row.updated_at.toISOString(),
    demo: row.origin === 'demonstration',
  };
};

/** A row of "our services". A worker keeps the places but changes no service: `mayManage` is false. */
export const presentOwnServiceCard = (
  row: OwnServiceCardRow,
  now: Date,
  mayManage: boolean,
): OwnServiceCardView => ({
  id: row.id,
  version: row.version,
  status: row.status,
  title: row.title,
  category: row.category,
  offerings: row.offerings.map(presentOwnOffering),
  actions: mayManage ? availableServiceActions(row.status) : [],
  assuredAt: row.assured_at?.toISOString() ?? null,
  freshness: row.assured_at && freshnessOf(row.assured_at, now),
  updatedAt: row.updated_at.toISOString(),
  demo: row.origin === 'demonstration',
});
