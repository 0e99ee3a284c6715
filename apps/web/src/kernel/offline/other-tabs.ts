type Message = 'entries' | 'person';

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('forspring');

/** Tells the other tabs of this browser that entries were changed, or that another person is here. */
export function tellOtherTabs(message: Message) {
  channel?.postMessage(message);
}

/** Hears what other tabs tell. */
export function onOtherTabs(listener: (message: Message) => void) {
  channel?.addEventListener('message', ({ data }) => listener(data as Message));
}
