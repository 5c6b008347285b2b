import '@fontsource/source-sans-3/latin-400.css';
import '@fontsource/source-sans-3/latin-600.css';
import './ui/foundation.css';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { Providers } from './app/app.js';
import { routes } from './app/routes.js';
import { startingLanguage } from './i18n/language.js';
import { createQueryClient } from './platform/query-client.js';
import { sessionQuery } from './platform/session.js';

// Before the router asks for a screen: with its code come its texts in this language.
document.documentElement.lang = startingLanguage(document.cookie, navigator.languages);
const queryClient = createQueryClient();
void queryClient.prefetchQuery(sessionQuery);
const router = createBrowserRouter(routes);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <Providers queryClient={queryClient}>
    <RouterProvider router={router} />
  </Providers>,
);
