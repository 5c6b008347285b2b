import { shellTexts } from '../../i18n/shell.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Page } from '../../ui/page.js';

export const SearchPage = () => {
  const t = useTexts(shellTexts);
  return <Page title={t.search}>{null}</Page>;
};
