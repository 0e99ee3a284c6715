import { useRouter } from '@tanstack/react-router';
import type { UiLinkProps } from '@forspring/ui/link';

/** A link that changes page without loading anew and fetches the page's code when the pointer or focus nears it. */
export function AppLink({ href, onClick, onPointerEnter, onFocus, ...rest }: UiLinkProps) {
  const router = useRouter();
  const isInside = href.startsWith('/') && !href.startsWith('/api/');
  const preload = () => {
    if (isInside) void router.preloadRoute({ to: href.split(/[?#]/u)[0] }).catch(() => undefined);
  };
  return (
    <a
      {...rest}
      href={href}
      onPointerEnter={(event) => {
        onPointerEnter?.(event);
        preload();
      }}
      onFocus={(event) => {
        onFocus?.(event);
        preload();
      }}
      onClick={(event) => {
        onClick?.(event);
        const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
        if (!isInside || !isPlain || event.defaultPrevented || rest.target !== undefined || rest.download !== undefined)
          return;
        event.preventDefault();
        void router.navigate({ href });
      }}
    />
  );
}
