import type { Route } from '@rinnalla/shared/contract/define-route';
import { z } from 'zod';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

type Json = Record<string, unknown>;

/**
 * The routes as a page for people: no script, one stylesheet, readable on a phone and on paper.
 * Made from the same schemas as the OpenAPI document.
 */
export const referencePage = (routes: readonly Route[]): string => {
  const sorted = [...routes].sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rinnalla API</title>
<link rel="stylesheet" href="/api/reference.css">
</head>
<body>
<main>
<h1>Rinnalla API</h1>
<p>All paths are under <code>/api</code>. The same as data: <a href="/api/openapi.json">OpenAPI 3.1</a>.
Refusals are <code>application/problem+json</code> (RFC 9457) with a closed set of codes. A POST may carry an
<code>Idempotency-Key</code> (UUID): the same request again gets the same answer and changes nothing.</p>
<nav aria-label="Routes"><ul>
${sorted.map((route) => `<li><a href="#${anchor(route)}"><code>${route.method} ${escape(route.path)}</code></a></li>`).join('\n')}
</ul></nav>
${sorted.map(section).join('\n')}
</main>
</body>
</html>`;
};

const anchor = (route: Route): string =>
  `${route.method}-${route.path}`.toLowerCase().replace(/[^a-z]+/g, '-');

const section = (route: Route): string => `<section id="${anchor(route)}">
<h2><code>${route.method} ${escape(route.path)}</code></h2>
<p>${escape(route.summary)}</p>
<p>${route.access === 'public' ? 'Anybody.' : 'Signed in.'} Answers ${route.status}.${carried[route.carries]}</p>
${schema('Path', route.params, 'input')}${schema('Query', route.query, 'input')}${schema('Body', route.body, 'input')}${schema('Answer', route.response, 'output')}
</section>`;

const carried: Record<Route['carries'], string> = {
  json: '',
  fileIn: ' Takes one file, as the one part of a <code>multipart/form-data</code> body.',
  fileOut: ' The answer is the file.',
};

const schema = (title: string, type: z.ZodType, io: 'input' | 'output'): string => {
  if (type.safeParse(undefined).success && !('shape' in type)) return '';
  const json = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Json;
  return `<h3>${title}</h3><pre><code>${escape(shapeOf(json, ''))}</code></pre>`;
};

/** A JSON Schema as one would tell it: `name: string ≤ 60`, `?` where it may be left out. */
const shapeOf = (json: Json, indent: string): string => {
  if (json['properties']) {
    const required = new Set((json['required'] as string[] | undefined) ?? []);
    const deeper = `${indent}  `;
    const lines = Object.entries(json['properties'] as Record<string, Json>).map(
      ([name, property]) => `${deeper}${name}${required.has(name) ? '' : '?'}: ${shapeOf(property, deeper)}`,
    );
    return `{\n${lines.join('\n')}\n${indent}}`;
  }
  const either = (json['anyOf'] ?? json['oneOf']) as Json[] | undefined;
  if (either) return either.map((option) => shapeOf(option, indent)).join(' | ');
  if (json['enum']) return (json['enum'] as unknown[]).map((value) => JSON.stringify(value)).join(' | ');
  if ('const' in json) return JSON.stringify(json['const']);
  if (json['type'] === 'array')
    return `${shapeOf((json['items'] ?? {}) as Json, indent)}[]${limits(json, 'minItems', 'maxItems')}`;
  const name = [json['format'], json['type'], 'any'].find((word) => typeof word === 'string') as string;
  return name + limits(json, 'minLength', 'maxLength') + limits(json, 'minimum', 'maximum');
};

const limits = (json: Json, least: string, most: string): string => {
  const low = json[least] as number | undefined;
  const high = json[most] as number | undefined;
  const beyond = (value: number | undefined) =>
    value === undefined || Math.abs(value) === Number.MAX_SAFE_INTEGER;
  if (beyond(low) && beyond(high)) return '';
  return ` (${beyond(low) ? '' : low}…${beyond(high) ? '' : high})`;
};

export const referenceStyle = `body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1, h2 { line-height: 1.25; }
h2 { border-top: 1px solid #c8cdd0; padding-top: 1.5rem; font-size: 1.15rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin-bottom: 0; }
a { color: #0b4f4a; }
a:focus-visible { outline: 3px solid #0b4f4a; outline-offset: 2px; }
nav ul { list-style: none; padding: 0; columns: 18rem; }
nav li { overflow-wrap: anywhere; }
pre { background: #f2f5f5; padding: 0.75rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }`;
