import '@fontsource/source-sans-3/latin-400.css';
import '@fontsource/source-sans-3/latin-600.css';
import './ui/foundation.css';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { Providers } from './app/app.js';
import { readAhead } from './app/read-ahead.js';
import { routes } from './app/routes.js';
import { startingLanguage } from './i18n/language.js';
import { createQueryClient } from './platform/query-client.js';

// Before the router asks for a screen: with its code come its texts in this language.
const language = startingLanguage(document.cookie, navigator.languages);
document.documentElement.lang = language;
const queryClient = createQueryClient();
// What fails here is asked for again, and told, by the screen itself.
void readAhead(queryClient, window.location, language).catch(() => undefined);
const router = createBrowserRouter(routes);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <Providers queryClient={queryClient}>
    <RouterProvider router={router} />
  </Providers>,
);
