import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Stepper } from './stepper.tsx';
import { layOut } from './test-stage.tsx';
import { Look } from './theme.tsx';

function Stage({ first = 0, max = 999 }: { first?: number; max?: number }) {
  const [count, setCount] = useState(first);
  return (
    <Look>
      <Stepper label="Drenge 13–15 år" value={count} onChange={setCount} max={max} />
    </Look>
  );
}

const shown = () => Number(screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Drenge 13–15 år' }).value);
const more = () => screen.getByRole('button', { name: 'Én flere: Drenge 13–15 år' });
const less = () => screen.getByRole('button', { name: 'Én færre: Drenge 13–15 år' });

beforeAll(layOut);
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

describe('the big counter', () => {
  it('counts one for each press and stops at nothing', async () => {
    const user = userEvent.setup();
    render(<Stage first={1} />);
    await user.click(more());
    await user.click(more());
    expect(shown()).toBe(3);
    await user.click(less());
    await user.click(less());
    await user.click(less());
    expect(shown()).toBe(0);
    expect(less()).toHaveProperty('disabled', true);
  });

  it('goes on counting while the button is held, and counts the press only once when let go', () => {
    vi.useFakeTimers();
    render(<Stage />);
    fireEvent.pointerDown(more(), { button: 0 });
    act(() => {
      vi.advanceTimersByTime(450 + 110 * 4);
    });
    fireEvent.pointerUp(more());
    fireEvent.click(more(), { detail: 1 });
    expect(shown()).toBe(5);
    act(() => {
      vi.advanceTimersByTime(1000);
    });
    expect(shown()).toBe(5);
  });

  it('counts nothing when a press becomes a scroll', () => {
    vi.useFakeTimers();
    render(<Stage first={4} />);
    fireEvent.pointerDown(more(), { button: 0 });
    fireEvent.pointerCancel(more());
    act(() => {
      vi.advanceTimersByTime(2000);
    });
    expect(shown()).toBe(4);
  });

  it('ends a held press at the bound', () => {
    vi.useFakeTimers();
    render(<Stage first={2} max={4} />);
    fireEvent.pointerDown(more(), { button: 0 });
    act(() => {
      vi.advanceTimersByTime(5000);
    });
    expect(shown()).toBe(4);
    expect(more()).toHaveProperty('disabled', true);
  });

  it('takes a typed number, the arrow keys and a press by keyboard', async () => {
    const user = userEvent.setup();
    render(<Stage first={7} />);
    const input = screen.getByRole('spinbutton');
    await user.clear(input);
    await user.type(input, '24');
    expect(shown()).toBe(24);
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}{PageUp}');
    expect(shown()).toBe(35);
    expect(input.getAttribute('aria-valuenow')).toBe('35');
    more().focus();
    await user.keyboard('{Enter}');
    expect(shown()).toBe(36);
  });
});
