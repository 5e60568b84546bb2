import { css } from 'lit';

/** Where the panel stands in the host, and how it comes and goes. */
export default css`
  .frame {
    display: block;
    block-size: 100%;
    transform-origin: 100% 100%;
  }

  :host(:dir(rtl)) .frame {
    transform-origin: 0 100%;
  }

  :host([floating]) .frame {
    position: absolute;
    inset-block-end: calc(100% + 12px);
    inset-inline-end: 0;
    box-sizing: border-box;
    inline-size: min(400px, 100vw - 40px);
    block-size: min(640px, 100dvh - 108px);
  }

  .frame.opening {
    animation: open 280ms cubic-bezier(0.2, 0.8, 0.2, 1);
  }

  .frame.closing {
    pointer-events: none;
    animation: open 120ms cubic-bezier(0.5, 0, 0.9, 0.4) reverse forwards;
  }

  @keyframes open {
    from {
      opacity: 0;
      transform: translateY(12px) scale(0.97);
    }
  }

  @keyframes sheet {
    from {
      transform: translateY(100%);
    }
  }

  @media (max-width: 480px), (max-height: 459px) {
    :host([floating]) .frame {
      position: fixed;
      inset: 0;
      inline-size: 100%;
      block-size: 100dvh;
    }

    .frame.opening {
      animation-name: sheet;
    }

    :host([floating][open]) .frame:not([hidden]) + .corner {
      visibility: hidden;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .frame {
      animation: none !important;
    }
  }
`;
