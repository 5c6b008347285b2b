import type { MutantKind } from './mutant.js';

/** A node of acorn's tree: we look at a few kinds only. */
export interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/** A place where something can be taken away, and how. */
export interface Finding {
  kind: MutantKind;
  /** The class, function or constant around it. */
  scope: string;
  node: Node;
  change:
    | 'skipStatement'
    | 'nothing'
    | 'true'
    | 'false'
    | 'endless'
    | 'letIn'
    | 'element'
    | 'worker'
    | 'getter'
    | 'route';
}

/** Files that say who may what, and what of it they may see. */
const policyFile = /-permissions$|referral\/disclosure$|organization\/(role|actor)$|http\/allowed-origins$/;
/** Functions that say it elsewhere. */
const policyName = /^may[A-Z]/;
/** What ends a socket, or asks again whether it may stay. */
const endsSockets = /\.(disconnect|expelOthers|recheck|recheckAll|refreshOf)$/;
/** Codes that tell of our own trouble, and guard nothing. */
const ownTrouble = /Problem\('(internal|unavailable)'/;

/** Everything in a compiled module that guards, decides who may, or writes the log. */
export const findPlaces = (program: Node, code: string, place: string): Finding[] => {
  const found: Finding[] = [];
  const add = (kind: MutantKind, node: Node, change: Finding['change'], scope: readonly string[]): void => {
    found.push({ kind, node, change, scope: scope.join('.') });
  };
  const isBackend = place.startsWith('backend/');
  const isPolicyFile = policyFile.test(place);
  const textOf = (node: Node): string => code.slice(node.start, node.end);

  const visit = (node: Node, scope: readonly string[]): void => {
    // What the compiler adds for decorators is none of ours.
    if (nameOf(node)?.startsWith('__')) return;
    const inner = nameOf(node) ? [...scope, nameOf(node) as string] : scope;
    const isPolicy = isPolicyFile || inner.some((name) => policyName.test(name));
    if (isBackend) findGuards(node, inner);
    else findRefusals(node, inner);
    if (place.endsWith('/referral-workflow-table')) findRows(node, inner);
    if (isPolicy) findConditions(node, inner);
    for (const child of childrenOf(node)) visit(child, inner);
  };

  const findGuards = (node: Node, scope: readonly string[]): void => {
    if (node.type === 'ThrowStatement' && makesProblem(node['argument'] as Node, textOf))
      add('guard', node, 'skipStatement', scope);
    if (
      node.type === 'ReturnStatement' &&
      node['argument'] &&
      returnsProblem(textOf(node['argument'] as Node))
    )
      add('guard', node['argument'] as Node, 'nothing', scope);
    if (node.type === 'MethodDefinition' && nameOf(node) === 'canActivate')
      add('guard', firstOfBody(node['value'] as Node), 'letIn', scope);
    if (node.type === 'Property' && nameOf(node) === 'allowRequest')
      add('guard', conditionOfDecision(node), 'true', scope);
    if (
      node.type === 'IfStatement' &&
      scope.includes('admit') &&
      /^return false;$/.test(textOf(node['consequent'] as Node))
    )
      add('guard', node['test'] as Node, 'false', scope);
    if (node.type === 'ExpressionStatement' && endsSockets.test(textOf(calledBy(node))))
      add('guard', node, 'skipStatement', scope);
    if (node.type === 'ObjectExpression' && /^\{\s*of:/.test(textOf(node)))
      for (const property of node['properties'] as Node[])
        if (identifierIn(property['key']) === 'most')
          add('guard', property['value'] as Node, 'endless', scope);
    if (
      node.type === 'CallExpression' &&
      /(\bdatabase\.log|\brefusals\.keep|\baudits\.push)$/.test(textOf(node['callee'] as Node))
    )
      add('log', node, 'nothing', [...scope, ...actionOf(node, textOf)]);
  };

  const findRefusals = (node: Node, scope: readonly string[]): void => {
    if (node.type !== 'CallExpression') return;
    const callee = textOf(node['callee'] as Node);
    if (
      /^(refuse|unless|reasonOfAction|overridden)$/.test(callee) &&
      /referral-(workflow|workflow-guards|undo)$/.test(place)
    )
      add('guard', node, 'nothing', scope);
    if (callee === 'defineRoute') {
      const [definition] = node['arguments'] as Node[];
      const text = definition ? textOf(definition) : '';
      if (/\baccess: 'signedIn'/.test(text)) add('route', node, 'route', [...scope, 'access']);
      if (/\brequiresStepUp: true/.test(text)) add('route', node, 'route', [...scope, 'requiresStepUp']);
    }
  };

  /** The workflow's table: what an action needs, and whose alone it is. */
  const findRows = (node: Node, scope: readonly string[]): void => {
    if (node.type !== 'Property') return;
    const value = node['value'] as Node;
    const key = identifierIn(node['key']) ?? '';
    if (key === 'needs' && value.type === 'ArrayExpression') {
      add('guard', node, 'getter', scope);
      for (const need of value['elements'] as Node[])
        add('guard', need, 'element', [...scope, textOf(need).slice(1, -1)]);
    }
    if (value.type === 'Literal' && /^'(manager|areaAdmin)'$/.test(textOf(value))) {
      add('guard', node, 'getter', scope);
      add('guard', value, 'worker', [...scope, key]);
    }
  };

  const findConditions = (node: Node, scope: readonly string[]): void => {
    if (node.type === 'LogicalExpression' && node['operator'] !== '??') {
      for (const side of ['left', 'right'] as const)
        if ((node[side] as Node).type !== 'LogicalExpression')
          add('policy', node[side] as Node, 'true', scope);
      return;
    }
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') {
      add('policy', node['test'] as Node, 'true', scope);
      add('policy', node['test'] as Node, 'false', scope);
    }
    const body = node['body'] as Node;
    if (node.type === 'ArrowFunctionExpression' && body.type !== 'BlockStatement' && says(scope.at(-1), body))
      add('policy', node['body'] as Node, 'true', scope);
    if (node.type === 'ReturnStatement' && node['argument'] && says(scope.at(-1), node['argument'] as Node))
      add('policy', node['argument'] as Node, 'true', scope);
  };

  /** Whether what a function gives back is its yes or no; a refusal is no such thing, and a plain yes stays one. */
  const says = (name: string | undefined, answer: Node): boolean =>
    policyName.test(name ?? '') && !/\brefuse\(|^true$/.test(textOf(answer));

  visit(program, []);
  return found;
};

const childrenOf = (node: Node): Node[] =>
  Object.values(node)
    .flat()
    .filter((value): value is Node => typeof (value as Node | null)?.type === 'string' && value !== node);

/** What a class, method, function, constant or a property that is a function is called. */
const nameOf = (node: Node): string | undefined => {
  if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration')
    return identifierIn(node['id']);
  if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition')
    return identifierIn(node['key']);
  return node.type === 'Property' && /Function|^ObjectExpression$/.test((node['value'] as Node).type)
    ? identifierIn(node['key'])
    : undefined;
};

const identifierIn = (node: unknown): string | undefined => {
  const named = node as Node | null;
  return named?.type === 'Identifier' ? String(named['name']) : undefined;
};

/** What a statement calls, waited for or not; the statement itself when it calls nothing. */
const calledBy = (statement: Node): Node => {
  const expression = statement['expression'] as Node;
  const call = expression.type === 'AwaitExpression' ? (expression['argument'] as Node) : expression;
  return call.type === 'CallExpression' ? (call['callee'] as Node) : statement;
};

const makesProblem = (argument: Node, textOf: (node: Node) => string): boolean => {
  const text = textOf(argument);
  if (ownTrouble.test(text) || /^new Error\(/.test(text)) return false;
  return /new Problem\(/.test(text) || argument.type === 'CallExpression';
};

const returnsProblem = (text: string): boolean =>
  /^new Problem\(|^[^{}=>]*\? undefined : new Problem\(/.test(text) && !ownTrouble.test(text);

const firstOfBody = (method: Node): Node => ((method['body'] as Node)['body'] as Node[])[0] as Node;

/** `allowRequest: (request, decide) => { decide(null, condition) }`: the condition. */
const conditionOfDecision = (property: Node): Node => {
  const statement = firstOfBody(property['value'] as Node);
  return ((statement['expression'] as Node)['arguments'] as Node[])[1] as Node;
};

/** The word that the log keeps. */
const actionOf = (call: Node, textOf: (node: Node) => string): string[] => {
  const [, action] =
    /action: ['"`](\w+)['"`]|^logOf\('(\w+)'/.exec((call['arguments'] as Node[]).map(textOf).join()) ?? [];
  return action ? [action] : [];
};
