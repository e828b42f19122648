import { type OutlineNode, outline as outlineOf, type PlacedOutline, placedOutlines } from '../features/outline.ts';
import { message, type Say } from '../text/messages.ts';
import { type Arguments, UsageError } from './args.ts';
import { openComplaints } from './complaints.ts';
import { visible } from './display.ts';
import type { Io } from './io.ts';
import { shownPath, uriAt } from './paths.ts';
import { readDocument } from './readDocument.ts';
import { CLEAN, type ExitStatus, FAILED } from './status.ts';
import { stdinTarget } from './targets.ts';

/** `rmrb outline`. */
export async function outline(args: Arguments, io: Io, say: Say): Promise<ExitStatus> {
  const [named, extra] = args.rest;
  if (named === undefined) throw new UsageError(message('cli.noFile'));
  if (extra !== undefined) throw new UsageError(message('cli.unexpected', { argument: extra }));
  const document =
    named === '-'
      ? readDocument(stdinTarget(io).file, await io.stdin(), io.files)
      : readDocument(shownPath(io.cwd, named), await io.files.read(uriAt(io.cwd, named)), io.files);
  if (!document.ok) {
    await openComplaints(io.stderr, say).add(document.why);
    return FAILED;
  }
  const records = placedOutlines(outlineOf(document.value, say));
  await io.stdout.write(args.value('format') === 'json' ? jsonText(records) : treeText(records));
  return CLEAN;
}

function jsonText(records: readonly PlacedOutline[]): string {
  const nodes = records.map(({ root, start }) => nodeJson(root, start));
  return `${JSON.stringify(nodes, undefined, 2)}\n`;
}

function nodeJson(
  { kind, label, detail, number, value, span, selection, children }: OutlineNode,
  recordStart: number,
): object {
  return {
    kind,
    label,
    detail,
    number,
    value,
    offset: [recordStart + span.start, recordStart + span.end],
    selection: [recordStart + selection.start, recordStart + selection.end],
    children: children.map((child) => nodeJson(child, recordStart)),
  };
}

function treeText(records: readonly PlacedOutline[]): string {
  return records.map(({ root }) => lineText(root) + branchesText(root.children, '')).join('');
}

function branchesText(nodes: readonly OutlineNode[], indent: string): string {
  return nodes
    .map((node, index) => {
      const isLast = index === nodes.length - 1;
      const below = branchesText(node.children, indent + (isLast ? '   ' : '│  '));
      return indent + (isLast ? '└─ ' : '├─ ') + lineText(node) + below;
    })
    .join('');
}

function lineText({ label, detail }: OutlineNode): string {
  return `${visible(detail ? `${label}  ${detail}` : label)}\n`;
}
