import { l10n } from 'vscode';

/** What a field of topics is called; one that the workspace made up is called what it calls it. */
export function fieldName(field: string): string {
  return names()[field] ?? field;
}

function names(): Readonly<Record<string, string>> {
  return {
    regions: l10n.t('Regions'),
    organisations: l10n.t('Organisations'),
    energy: l10n.t('Energy'),
  };
}
