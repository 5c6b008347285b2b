import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import { binary, root } from './build.mjs';

/**
 * dependency-cruiser reads no TypeScript 7, and compiled files have lost their type imports. So every source is
 * written as JavaScript with all imports kept, under var/directions, and judged there.
 */
const written = join(root, 'var', 'directions');
const workspaces = ['shared', 'backend', 'frontend', 'browser'].filter((name) =>
  existsSync(join(root, name, 'src')),
);

const jsc = (path) => ({
  target: 'es2022',
  parser: { syntax: 'typescript', tsx: path.endsWith('x'), decorators: true },
  transform: { legacyDecorator: true, verbatimModuleSyntax: true, react: { runtime: 'automatic' } },
});

rmSync(written, { recursive: true, force: true });
for (const workspace of workspaces) {
  for (const path of readdirSync(join(root, workspace, 'src'), { recursive: true })) {
    if (/\.tsx?$/.test(path) && !path.endsWith('.d.ts')) write(join(workspace, 'src', path));
  }
}
const config = ['--config', '.dependency-cruiser.cjs'];
const folders = workspaces.map((name) => `var/directions/${name}`);
process.exit(
  spawnSync(process.execPath, [binary('dependency-cruiser', 'depcruise'), ...config, ...folders], {
    cwd: root,
    stdio: 'inherit',
  }).status,
);

function write(path) {
  const target = join(written, path.replace(/\.tsx?$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  const source = readFileSync(join(root, path), 'utf8')
    .replace(/^(import type (?=[{*\w])|export type (?=[{*]))/gm, (kept) => kept.replace('type ', ''))
    .replace(
      /(['"])@rinnalla\/shared\/([^'"]+)\1/g,
      (_, quote, subpath) => `${quote}${join(written, 'shared', 'src', subpath)}.js${quote}`,
    );
  writeFileSync(target, transformSync(source, { filename: path, swcrc: false, jsc: jsc(path) }).code);
}
