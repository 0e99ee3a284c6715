import { Component } from 'react';
import type { ReactNode } from 'react';
import { queryClient } from '../kernel/api.ts';
import { problemOf } from '../kernel/problem.ts';
import { useWords } from '../kernel/words.ts';
import { phoneWords } from './phone.words.ts';

/**
 * A part of a page that needs the server: without network it says so in one line, and the rest of the page stays. Any
 * other failure is the page's.
 */
export class NeedsNetwork extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  tryAgain = () => {
    void queryClient.resetQueries({ predicate: ({ state }) => state.status === 'error' });
    this.setState({ error: null });
  };
  override componentDidMount() {
    window.addEventListener('online', this.tryAgain);
  }
  override componentWillUnmount() {
    window.removeEventListener('online', this.tryAgain);
  }
  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (problemOf(error).kind !== 'unavailable') throw error;
    return <NoNetworkHere />;
  }
}

function NoNetworkHere() {
  const words = useWords(phoneWords);
  return <p className="fs-help">{words.needsNetwork}</p>;
}
