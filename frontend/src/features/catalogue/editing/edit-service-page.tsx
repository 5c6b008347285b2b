import { emptyServiceContent } from '@rinnalla/shared/catalogue/service-content';
import { useParams } from 'react-router';
import { serviceEditingTexts } from '../../../i18n/service-editing.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { Page } from '../../../ui/page.js';
import { Loaded } from '../../../ui/states.js';
import { useEditing } from './own-services.queries.js';
import { ServiceEditor } from './service-editor.js';

/** A service as its own organization writes it. */
export const EditServicePage = () => {
  const { edit: t } = useTexts(serviceEditingTexts);
  const { serviceId = '' } = useParams();
  const service = useEditing(serviceId);
  if (service.data) {
    return <ServiceEditor key={serviceId} service={service.data} content={service.data.content} />;
  }
  return (
    <Page title={t.loading}>
      <Loaded query={service} loadingText={t.loading} rows={5}>
        {() => null}
      </Loaded>
    </Page>
  );
};

/** A new draft: nothing exists on the server until the first save. */
export const NewServicePage = () => <ServiceEditor service={undefined} content={emptyServiceContent()} />;
