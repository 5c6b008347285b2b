import type { Role } from '@rinnalla/shared/organization/role';
import { organizationTexts } from '../../i18n/organization.js';
import { peopleTexts } from '../../i18n/people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { RadioField } from '../../ui/form/choice-fields.js';
import { DateField } from '../../ui/form/date-field.js';
import { TextField } from '../../ui/form/text-fields.js';
import styles from './people.module.css';

/** The roles that the reader may give, each with what it opens. */
export const RoleField = ({ grantable }: { grantable: readonly Role[] }) => {
  const { invite: t, roleHints } = useTexts(peopleTexts);
  const { roles } = useTexts(organizationTexts);
  return (
    <RadioField
      name="role"
      label={t.role}
      options={grantable.map((value) => ({ value, label: roles[value], hint: roleHints[value] }))}
    />
  );
};

/** Title in both national languages, first and last day. */
export const TitleAndDays = () => {
  const { invite: t } = useTexts(peopleTexts);
  return (
    <>
      <div className={styles.pair}>
        <TextField name="title.fi" label={t.titleFi} optional autoComplete="off" />
        <TextField name="title.sv" label={t.titleSv} optional autoComplete="off" />
      </div>
      <div className={styles.pair}>
        <DateField name="validFrom" label={t.validFrom} />
        <DateField name="validTo" label={t.validTo} optional hint={t.validToHint} />
      </div>
    </>
  );
};
