import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ChoiceField,
  ClockField,
  DayField,
  ErrorSummary,
  Form,
  FormActions,
  MoneyField,
  NumberField,
  SavedMark,
  TextField,
} from './form.tsx';
import { layOut } from './test-stage.tsx';
import { Look } from './theme.tsx';
import { useFields } from './use-fields.tsx';
import type { FieldProblem } from './use-fields.tsx';
import { UiWordsProvider } from './words.tsx';

interface Typed {
  title: string;
  priceOere: number | null;
  hours: number | null;
  startOn: string | null;
  fromMinute: number | null;
  toMinute: number | null;
  tier: 'general' | 'specific' | null;
}

const empty: Typed = {
  title: '',
  priceOere: null,
  hours: null,
  startOn: null,
  fromMinute: null,
  toMinute: null,
  tier: null,
};

function Stage({
  onSend,
  fromServer = [],
  draftKey,
  initial = empty,
}: {
  onSend: (values: Typed) => void;
  fromServer?: FieldProblem[];
  draftKey?: string;
  initial?: Typed;
}) {
  const fields = useFields<Typed>({
    initial,
    draftKey,
    check: (values) => (values.title === '' ? [{ path: 'title', message: 'Projektets navn: udfyld feltet.' }] : []),
  });
  return (
    <Look>
      <Form
        label="Projekt"
        onSubmit={() => {
          if (!fields.check()) return;
          onSend(fields.values);
          fields.showProblems(fromServer);
        }}
      >
        <ErrorSummary problems={fields.problems} round={fields.problemRound} />
        <TextField {...fields.bind('title')} label="Projektets navn" help="Fx Fredagshallen." />
        <MoneyField {...fields.bind('priceOere')} label="Enhedspris" isOptional />
        <NumberField {...fields.bind('hours')} label="Timer" suffix="timer" max={24} />
        <DayField {...fields.bind('startOn')} label="Startdato" />
        <ClockField {...fields.bind('fromMinute')} label="Fra" />
        <ClockField {...fields.bind('toMinute')} label="Til" afterMinute={fields.values.fromMinute} />
        <ChoiceField
          {...fields.bind('tier')}
          label="Indsats"
          options={[
            { value: 'general', label: 'Generel', help: 'Alle unge' },
            { value: 'specific', label: 'Specifik' },
          ]}
        />
        <FormActions submit="Gem" />
      </Form>
    </Look>
  );
}

beforeAll(layOut);
beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

const field = (name: RegExp | string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const textIn = (name: RegExp | string) => field(name).value;

describe('the form', () => {
  it('reads money, numbers, days and times as Danes type them and keeps øre, days and minutes', async () => {
    const user = userEvent.setup();
    const send = vi.fn<(values: Typed) => void>();
    render(<Stage onSend={send} />);
    await user.type(field('Projektets navn'), 'Fredagshallen');
    await user.type(field(/Enhedspris/u), '1250,5');
    await user.type(field('Timer'), '4,5');
    await user.type(field('Startdato'), '13/11-26');
    await user.type(field('Fra'), '1830');
    await user.type(field('Til'), '0:30');
    await user.click(screen.getByRole('radio', { name: 'Specifik' }));
    await user.click(screen.getByRole('button', { name: 'Gem' }));
    expect(send).toHaveBeenCalledWith({
      title: 'Fredagshallen',
      priceOere: 125_050,
      hours: 4.5,
      startOn: '2026-11-13',
      fromMinute: 1110,
      toMinute: 1470,
      tier: 'specific',
    });
    expect(textIn(/Enhedspris/u)).toBe('1.250,50');
    expect(textIn('Startdato')).toBe('13.11.2026');
    expect(textIn('Til')).toBe('00.30');
  });

  it('moves an end past midnight when the start moves past it, and back', async () => {
    const user = userEvent.setup();
    const send = vi.fn<(values: Typed) => void>();
    render(<Stage onSend={send} />);
    await user.type(field('Projektets navn'), 'Fredagshallen');
    await user.click(screen.getByRole('radio', { name: 'Specifik' }));
    await user.type(field('Fra'), '18.00');
    await user.type(field('Til'), '22.30');
    await user.clear(field('Fra'));
    await user.type(field('Fra'), '23.00');
    await user.click(screen.getByRole('button', { name: 'Gem' }));
    expect(send).toHaveBeenLastCalledWith(expect.objectContaining({ fromMinute: 1380, toMinute: 2790 }));
    expect(textIn('Til')).toBe('22.30');
    await user.clear(field('Fra'));
    await user.type(field('Fra'), '19.00');
    await user.click(screen.getByRole('button', { name: 'Gem' }));
    expect(send).toHaveBeenLastCalledWith(expect.objectContaining({ fromMinute: 1140, toMinute: 1350 }));
  });

  it('marks the optional field in words and puts help under the label', () => {
    render(<Stage onSend={() => undefined} />);
    expect(screen.getByRole('textbox', { name: 'Enhedspris (valgfri)' })).toBeTruthy();
    expect(field('Projektets navn').getAttribute('aria-describedby')).toBeTruthy();
    expect(screen.getByText('Fx Fredagshallen.')).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'Generel', description: 'Alle unge' })).toBeTruthy();
  });

  it('says on top what is wrong, takes the focus there and leads to the field', async () => {
    const user = userEvent.setup();
    const send = vi.fn<(values: Typed) => void>();
    render(<Stage onSend={send} />);
    await user.click(screen.getByRole('button', { name: 'Gem' }));
    const summary = screen.getByRole('alert');
    expect(send).not.toHaveBeenCalled();
    expect(summary.textContent).toContain('Der er 1 felt, du skal rette.');
    expect(document.activeElement).toBe(summary);
    await user.click(screen.getByRole('link', { name: 'Projektets navn: udfyld feltet.' }));
    expect(document.activeElement).toBe(field('Projektets navn'));
    expect(field('Projektets navn').getAttribute('aria-invalid')).toBe('true');
    await user.keyboard('F');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('never sends or empties what it cannot read', async () => {
    const user = userEvent.setup();
    const send = vi.fn<(values: Typed) => void>();
    render(<Stage onSend={send} />);
    await user.type(field('Projektets navn'), 'Hallen');
    await user.type(field(/Enhedspris/u), 'cirka tusind');
    await user.tab();
    expect(textIn(/Enhedspris/u)).toBe('cirka tusind');
    expect(screen.getByText(/Skriv et beløb i kroner/u)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Gem' }));
    expect(send).not.toHaveBeenCalled();
    expect(screen.getByRole('link', { name: /Skriv et beløb/u })).toBeTruthy();
    await user.clear(field(/Enhedspris/u));
    await user.click(screen.getByRole('button', { name: 'Gem' }));
    expect(send).toHaveBeenCalledOnce();
  });

  it('shows what the server found at the field and loses nothing typed', async () => {
    const user = userEvent.setup();
    render(
      <Stage
        onSend={() => undefined}
        fromServer={[{ path: 'startOn', message: 'Startdato: vælg en dato efter 1. marts 2027.' }]}
      />,
    );
    await user.type(field('Projektets navn'), 'Hallen');
    await user.type(field('Startdato'), '1.2.2027');
    await user.click(screen.getByRole('button', { name: 'Gem' }));
    expect(field('Startdato').getAttribute('aria-invalid')).toBe('true');
    expect(textIn('Projektets navn')).toBe('Hallen');
    expect(textIn('Startdato')).toBe('01.02.2027');
  });

  it('tells a bound at the field', async () => {
    const user = userEvent.setup();
    render(<Stage onSend={() => undefined} />);
    await user.type(field('Timer'), '25');
    expect(screen.getByText('Skriv et tal på højst 24.')).toBeTruthy();
  });

  it('brings a draft back after the page was loaded anew', async () => {
    const user = userEvent.setup();
    const { unmount } = render(<Stage onSend={() => undefined} draftKey="nyt-projekt" />);
    await user.type(field('Projektets navn'), 'Halvt skrevet');
    unmount();
    render(<Stage onSend={() => undefined} draftKey="nyt-projekt" />);
    expect(textIn('Projektets navn')).toBe('Halvt skrevet');
  });

  it('takes a value that comes from elsewhere', () => {
    const { rerender } = render(
      <Look>
        <MoneyField name="x" label="Beløb" value={100_00} onChange={() => undefined} />
      </Look>,
    );
    expect(textIn('Beløb')).toBe('100');
    rerender(
      <Look>
        <MoneyField name="x" label="Beløb" value={250_050} onChange={() => undefined} />
      </Look>,
    );
    expect(textIn('Beløb')).toBe('2.500,50');
  });
});

describe('two forms with fields of the same name', () => {
  function Note({ scope }: { scope: string }) {
    const check = ({ text }: { text: string }) => (text === '' ? [{ path: 'text', message: `Skriv ${scope}.` }] : []);
    const fields = useFields({ initial: { text: '' }, check, scope });
    return (
      <Form label={scope} onSubmit={() => fields.check()}>
        <ErrorSummary problems={fields.problems} round={fields.problemRound} />
        <TextField {...fields.bind('text')} label={`Tekst ${scope}`} />
        <FormActions submit={`Gem ${scope}`} />
      </Form>
    );
  }

  it('keep their labels, errors and links to themselves when each has a scope', async () => {
    render(
      <Look>
        <Note scope="a" />
        <Note scope="b" />
      </Look>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Gem b' }));
    expect(screen.getByLabelText('Tekst a').getAttribute('aria-invalid')).not.toBe('true');
    expect(screen.getByLabelText('Tekst b').getAttribute('aria-invalid')).toBe('true');
    await userEvent.click(screen.getByRole('link', { name: 'Skriv b.' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Tekst b'));
    await userEvent.type(screen.getByLabelText('Tekst a'), 'A');
    expect(screen.getByLabelText<HTMLInputElement>('Tekst b').value).toBe('');
  });
});

describe('the saved mark', () => {
  it('tells Danish time with a dot, English with a colon', () => {
    const at = new Date('2026-11-13T13:32:00Z');
    const { rerender } = render(
      <Look>
        <SavedMark state={{ kind: 'saved', at }} />
      </Look>,
    );
    expect(screen.getByRole('status').textContent).toContain('Gemt kl. 14.32');
    rerender(
      <Look>
        <UiWordsProvider language="en">
          <SavedMark state={{ kind: 'saved', at }} />
        </UiWordsProvider>
      </Look>,
    );
    expect(screen.getByRole('status').textContent).toContain('Saved at 14:32');
    rerender(
      <Look>
        <SavedMark state={{ kind: 'device' }} />
      </Look>,
    );
    expect(screen.getByRole('status').textContent).toContain('Gemt på telefonen');
  });
});
