const picture = /^(?<screen>[^/\\]+)[/\\](?<state>.+)\.(?<theme>light|dark)\.(?<width>\d+)\.png$/;

interface Picture {
  path: string;
  screen: string;
  state: string;
  theme: string;
  width: string;
}

/** The page that shows the pictures, a row a state: pick theme and width above, follow one to see it whole. */
export function galleryPage(paths: string[]): string {
  const pictures = paths.toSorted().flatMap(readName);
  const screens = [...Map.groupBy(pictures, ({ screen }) => screen)];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Ledgerline: every screen and state</title>
<style>${style}</style>
<header>
  <h1>Every screen and state</h1>
  ${choice('theme', ['light', 'dark'])}
  ${choice('width', ['1440', '768', '375'])}
</header>
${screens.map(section).join('\n')}
</html>
`;
}

function readName(path: string): Picture[] {
  const { screen, state, theme, width } = picture.exec(path)?.groups ?? {};
  return screen && state && theme && width ? [{ path, screen, state, theme, width }] : [];
}

const choice = (name: string, values: string[]): string =>
  `<fieldset><legend>${name}</legend>${values
    .map(
      (value, at) =>
        `<label><input type="radio" name="${name}" id="${name}-${value}"${at ? '' : ' checked'}>${value}</label>`,
    )
    .join('')}</fieldset>`;

function section([screen, pictures]: [string, Picture[]]): string {
  return `<section><h2>${screen}</h2><div>${pictures
    .map(
      ({ path, state, theme, width }) =>
        `<a class="of-${theme} of-${width}" href="${encodeURI(path)}"><img loading="lazy" src="${encodeURI(path)}" alt=""><span>${state}</span></a>`,
    )
    .join('')}</div></section>`;
}

const hidden = ['light', 'dark'].map((theme) => `body:not(:has(#theme-${theme}:checked)) .of-${theme}`);
const hiddenWidths = ['1440', '768', '375'].map((width) => `body:not(:has(#width-${width}:checked)) .of-${width}`);
const style = `
  body { font: 14px system-ui, sans-serif; margin: 0 24px 48px; background: Canvas; color: CanvasText; color-scheme: light dark }
  header { position: sticky; top: 0; display: flex; gap: 24px; align-items: center; background: Canvas; padding: 12px 0; z-index: 1 }
  h1 { font-size: 18px; margin: 0 } h2 { font-size: 15px; margin: 24px 0 8px }
  fieldset { border: 0; padding: 0; display: flex; gap: 8px } legend { float: left; margin-right: 8px; opacity: .7 }
  section div { display: grid; grid-template-columns: repeat(auto-fill, minmax(340px, 1fr)); gap: 16px }
  a { color: inherit; text-decoration: none } img { width: 100%; max-height: 420px; object-fit: cover; object-position: top; border: 1px solid #8884; border-radius: 6px }
  ${[...hidden, ...hiddenWidths].join(', ')} { display: none }
`;
