import { shellTexts } from '../../i18n/shell.js';
import { useTexts } from '../../i18n/use-texts.js';
import { PrimaryButton } from '../../ui/buttons.js';
import { Page } from '../../ui/page.js';

/** A screen whose code failed, or could not be loaded because a newer version replaced it. */
export const CrashedScreen = () => {
  const { crashed } = useTexts(shellTexts);
  return (
    <Page title={crashed.title} lead={crashed.text}>
      <div>
        <PrimaryButton onClick={() => window.location.reload()}>{crashed.reload}</PrimaryButton>
      </div>
    </Page>
  );
};
