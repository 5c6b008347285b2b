import { shellTexts } from '../i18n/shell.js';
import { useTexts } from '../i18n/use-texts.js';
import { paths } from '../platform/paths.js';
import { LinkButton } from '../ui/buttons.js';
import { Page } from '../ui/page.js';

export const NotFoundPage = () => {
  const { notFound } = useTexts(shellTexts);
  return (
    <Page title={notFound.title} lead={notFound.text}>
      <div>
        <LinkButton to={paths.services}>{notFound.toServices}</LinkButton>
      </div>
    </Page>
  );
};
