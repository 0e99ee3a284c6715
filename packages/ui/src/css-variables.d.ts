import 'react'

declare module 'react' {
  // Our own CSS variables may stand in a style object beside the properties React knows.
  interface CSSProperties {
    [variable: `--fs-${string}`]: string | number | undefined
  }
}
