import type { ReactNode } from 'react';
import { type PartialSuomifiTheme, SuomifiThemeProvider } from 'suomifi-ui-components';

const spruce = '#0b4f4a';
const spruceDark = '#073733';
const spruceLight = '#116b64';
const flat = (colour: string): string => `linear-gradient(${colour}, ${colour})`;
const ring = 'box-shadow: 0 0 0 2px #fff, 0 0 0 5px #0b63c4;';

/** Suomi.fi's components in our one hue: flat surfaces, a ring of three pixels. The values match foundation.css. */
const theme: PartialSuomifiTheme = {
  colors: {
    brandBase: spruce,
    highlightDark1: spruceDark,
    highlightBase: spruce,
    highlightLight1: spruceLight,
    highlightLight2: '#d5e6e3',
    highlightLight3: '#e4efed',
    highlightLight4: '#f1f7f6',
    depthSecondary: '#f1f7f6',
    depthSecondaryDark1: '#e4efed',
    blackBase: '#1b2423',
    alertBase: '#a3211a',
    accentBase: spruce,
  },
  gradients: {
    highlightBaseToHighlightDark1: flat(spruce),
    highlightLight1ToHighlightBase: flat(spruceLight),
    whiteBaseToDepthLight2: flat('#f1f7f6'),
    depthSecondaryToDepthSecondaryDark1: flat('#e4efed'),
    highlightLight4ToDepthSecondary: flat('#d5e6e3'),
    highlightLight3ToHighlightLight2: flat('#d5e6e3'),
  },
  focuses: {
    absoluteFocus: `content: '';position: absolute;pointer-events: none;inset: -1px;border-radius: 4px;box-sizing: border-box;z-index: 9999;${ring}`,
    boxShadowFocus: `border-radius: 4px;outline: 3px solid transparent;${ring}`,
  },
  radiuses: { basic: '5px', focus: '5px', modal: '8px' },
  shadows: { invertTextShadow: 'none', actionElementBoxShadow: 'none' },
};

export const Theme = ({ children }: { children: ReactNode }) => (
  <SuomifiThemeProvider theme={theme}>{children}</SuomifiThemeProvider>
);
