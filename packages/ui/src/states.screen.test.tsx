import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ChartFrame } from './chart-frame.tsx';
import { Page } from './page.tsx';
import { Conflict } from './conflict.tsx';
import { Empty, ErrorState, Loading, NoAccess } from './states.tsx';
import { layOut } from './test-stage.tsx';
import { Look } from './theme.tsx';
import { UiWordsProvider } from './words.tsx';

beforeAll(layOut);
afterEach(cleanup);

describe('the states of a page', () => {
  it('empty tells the next step', () => {
    render(
      <Look>
        <Empty
          title="Der er endnu ingen aktiviteter"
          text="Opret den første."
          action={<button type="button">Opret</button>}
        />
      </Look>,
    );
    expect(screen.getByText('Der er endnu ingen aktiviteter')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Opret' })).toBeTruthy();
  });

  it('loading is told to a screen reader', () => {
    render(
      <Look>
        <Loading />
      </Look>,
    );
    expect(screen.getByRole('status').textContent).toBe('Indlæser …');
  });

  it('an error can be tried again, in both languages', async () => {
    const user = userEvent.setup();
    const retry = vi.fn<() => void>();
    const { rerender } = render(
      <Look>
        <ErrorState onRetry={retry} />
      </Look>,
    );
    await user.click(screen.getByRole('button', { name: 'Prøv igen' }));
    expect(retry).toHaveBeenCalledOnce();
    rerender(
      <Look>
        <UiWordsProvider language="en">
          <ErrorState onRetry={retry} />
        </UiWordsProvider>
      </Look>,
    );
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('no access does not tell whether the thing exists', () => {
    render(
      <Look>
        <NoAccess />
      </Look>,
    );
    expect(screen.getByText(/Siden findes ikke, eller den hører til/u)).toBeTruthy();
  });

  it('a conflict shows both versions and does nothing before a choice', async () => {
    const user = userEvent.setup();
    const choose = vi.fn<(choice: 'mine' | 'theirs') => void>();
    render(
      <Look>
        <Conflict
          rows={[{ id: 'name', label: 'Navn', mine: 'Hallen', theirs: 'Fredagshallen' }]}
          theirsBy="Mette, kl. 14.10"
          onChoose={choose}
        />
      </Look>,
    );
    expect(screen.getByRole('row', { name: 'Navn Hallen Fredagshallen' })).toBeTruthy();
    expect(screen.getByRole('button')).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('radio', { name: 'Brug den gemte udgave' }));
    await user.click(screen.getByRole('button', { name: 'Brug den gemte udgave' }));
    expect(choose).toHaveBeenCalledWith('theirs');
  });
});

describe('a page', () => {
  it('has one heading, its tier and status in words, and tabs that tell which is open', () => {
    render(
      <Look>
        <Page
          title="Fredagshallen 2027"
          tier="specific"
          status={{ label: 'I gang' }}
          tabs={[
            { title: 'Plan', href: '/a', isCurrent: false },
            { title: 'Økonomi', href: '/b', isCurrent: true },
          ]}
        >
          <p>Indhold</p>
        </Page>
      </Look>,
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Fredagshallen 2027');
    expect(screen.getByText('Specifik')).toBeTruthy();
    expect(screen.getByText('I gang')).toBeTruthy();
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Økonomi');
  });
});

describe('the chart frame', () => {
  const twin = {
    rowTitle: 'Distrikt',
    columns: [{ id: 'visits', title: 'Fremmøder' }],
    rows: [
      { id: 'a', label: 'Valby', cells: [{ kind: 'value', value: 1148 } as const] },
      { id: 'b', label: 'Vanløse', cells: [{ kind: 'withheld', reason: 'smallNumbers' } as const] },
      { id: 'c', label: 'Indre By', cells: [{ kind: 'zero' } as const] },
      { id: 'd', label: 'Nørrebro', cells: [{ kind: 'notMeasured' } as const] },
    ],
  };

  it('says its sentence as title and as alt text, and shows the four kinds of missing as four', async () => {
    const user = userEvent.setup();
    render(
      <Look>
        <ChartFrame sentence="Valby havde 1.148 fremmøder." count="n = 4" source="Registreringer" twin={twin}>
          <svg />
        </ChartFrame>
      </Look>,
    );
    expect(screen.getByRole('figure', { name: 'Valby havde 1.148 fremmøder.' })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Valby havde 1.148 fremmøder.' })).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Vis som tabel' }));
    const cells = screen.getAllByRole('cell').map((cell) => cell.textContent);
    expect(cells).toEqual(['1.148', 'vises ikke', '0', 'ikke målt']);
    expect(document.body.textContent).toContain('Tallet hviler på for få personer, eller det ville røbe et, der gør.');
  });
});
