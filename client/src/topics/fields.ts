import { l10n } from 'vscode';

/** What a field of topics is called; one that the workspace made up is called what it calls it. */
export function fieldName(field: string): string {
  return names()[field] ?? field;
}

function names(): Readonly<Record<string, string>> {
  return {
    bilateral: l10n.t('Bilateral Relations'),
    concepts: l10n.t('Concepts and World Order'),
    culture: l10n.t('Culture'),
    digital: l10n.t('Digital Technology'),
    disarmament: l10n.t('Arms Control'),
    documents: l10n.t('Documents'),
    economy: l10n.t('Economy'),
    education: l10n.t('Education'),
    energy: l10n.t('Energy'),
    environment: l10n.t('Environment and Disasters'),
    finance: l10n.t('Finance'),
    governance: l10n.t('Party and State'),
    health: l10n.t('Health'),
    history: l10n.t('History'),
    law: l10n.t('Law'),
    media: l10n.t('Media'),
    military: l10n.t('Military'),
    organisations: l10n.t('Organisations'),
    people: l10n.t('People'),
    politics: l10n.t('Ways of Diplomacy'),
    regions: l10n.t('Regions and Hot Spots'),
    science: l10n.t('Science'),
    security: l10n.t('Security and Crime'),
    society: l10n.t('Society'),
    transport: l10n.t('Transport'),
  };
}
