import { setUpInput } from '@forspring/domain/people/invitation';
import { describe, expect, it } from 'vitest';
import type { WireProblem } from './problem.ts';
import { checkWith, fieldProblems, problemText } from './problems.words.ts';

const problem: Omit<WireProblem, 'code'> = { kind: 'refused', params: {}, fields: [] };

describe('problems in people’s language', () => {
  it('has a sentence for a known code in both languages', () => {
    expect(problemText({ ...problem, code: 'offline' }, 'da')).toContain('Intet er gået tabt');
    expect(problemText({ ...problem, code: 'offline' }, 'en')).toContain('Nothing is lost');
  });

  it('falls back to the kind for a code it does not know', () => {
    expect(problemText({ ...problem, code: 'budget.notYetWritten' }, 'da')).toContain('din rolle');
  });

  it('puts the field’s name in front, also in every line of a list', () => {
    const fields: WireProblem['fields'] = [
      { path: 'title', code: 'schema.too_small.string', params: { minimum: 1 } },
      { path: 'lines.2.quantity', code: 'schema.too_big.number', params: { maximum: 1000 } },
    ];
    expect(fieldProblems({ fields }, 'da', { title: 'Projektets navn', 'lines.*.quantity': 'Antal' })).toEqual([
      { path: 'title', message: 'Projektets navn: udfyld feltet.' },
      { path: 'lines.2.quantity', message: 'Antal: det må højst være 1.000.' },
    ]);
  });

  it('checks a form with the domain’s own schema and says the same as the server', () => {
    const check = checkWith(setUpInput, 'da', { password: 'Adgangskode', email: 'E-mail' });
    const typed = {
      municipalityId: crypto.randomUUID(),
      municipalityName: 'Vejen Kommune',
      hasDistricts: false,
      name: 'Anna Holm',
      email: 'anna',
      password: 'kort',
    };
    expect(check(typed)).toEqual([
      { path: 'email', message: 'E-mail: skriv en e-mailadresse, fx navn@kommune.dk.' },
      { path: 'password', message: 'Adgangskode: skriv mindst 12 tegn.' },
    ]);
    expect(check({ ...typed, email: 'anna@vejen.dk', password: 'et meget langt ord' })).toEqual([]);
  });
});
