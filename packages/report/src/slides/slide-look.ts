import { ACCENT, INK, INK_SOFT, LINE, WARN } from '../docx-look.ts';
import { columnBox, COVER, FRAME } from './frame.ts';
import { SLIDE, type Box, type LayoutName, type Place } from './shapes.ts';
import {
  bodyProperties,
  EMPTY_GROUP,
  LANGUAGES,
  NAMESPACES,
  placeholder,
  transform,
  XML,
  type Side,
} from './slide-xml.ts';

/** The product's paper, as on its screens. */
const PAPER = 'FBF8F2';
/** On every machine, or a font of the same widths in its place; holds Latin, Greek, Cyrillic, Arabic and Hebrew. */
const FONT = 'Arial';

const colour = (name: string, rgb: string): string => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`;
const fonts = (name: string): string =>
  `<a:${name}><a:latin typeface="${FONT}"/><a:ea typeface=""/><a:cs typeface="${FONT}"/></a:${name}>`;
const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const STROKE = `<a:ln w="9525">${FILL}</a:ln>`;
const NO_EFFECT = '<a:effectStyle><a:effectLst/></a:effectStyle>';

/** The design's colours by the names Office has for them, one font, nothing that shines. */
export const theme = (): string =>
  `${XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Rapport"><a:themeElements><a:clrScheme name="Rapport">${[
    colour('dk1', INK),
    colour('lt1', PAPER),
    colour('dk2', INK_SOFT),
    colour('lt2', LINE),
    colour('accent1', ACCENT),
    colour('accent2', WARN),
    colour('accent3', '1F4FA3'),
    colour('accent4', '9A5B00'),
    colour('accent5', '6B3FA0'),
    colour('accent6', '17663A'),
    colour('hlink', ACCENT),
    colour('folHlink', ACCENT),
  ].join(
    '',
  )}</a:clrScheme><a:fontScheme name="Rapport">${fonts('majorFont')}${fonts('minorFont')}</a:fontScheme><a:fmtScheme name="Rapport"><a:fillStyleLst>${FILL.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${STROKE.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${NO_EFFECT.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${FILL.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`;

const BACKGROUND = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';

/** What a layout shows where a slide has nothing yet; hints are for whoever edits. */
const hint = (side: Side, place: Place, box: Box, id: number, isCover: boolean): string => {
  const language = LANGUAGES[side.language] ?? 'en-GB';
  const text =
    place === 'number'
      ? `<a:fld id="{52415050-4F52-4000-8000-000000000001}" type="slidenum"><a:rPr lang="${language}"/><a:t>‹#›</a:t></a:fld>`
      : place === 'footer'
        ? `<a:endParaRPr lang="${language}"/>`
        : `<a:r><a:rPr lang="${language}"/><a:t>…</a:t></a:r>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${place} ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholder(place, isCover)}</p:nvPr></p:nvSpPr><p:spPr>${transform(side, box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>${bodyProperties(place === 'body' || place === 'second' ? 'top' : 'middle')}<a:lstStyle/><a:p>${text}</a:p></p:txBody></p:sp>`;
};

/** The stripe of the product along the top of every slide. */
const STRIPE = (side: Side): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="90" name="Stripe"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${transform(side, { x: 0, y: 0, width: SLIDE.width, height: 6 })}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody>${bodyProperties('middle')}<a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>`;

const SHARED: readonly (readonly [Place, Box])[] = [
  ['kicker', FRAME.kicker],
  ['marking', FRAME.marking],
  ['status', FRAME.status],
  ['footer', FRAME.footer],
  ['number', FRAME.number],
];

const OWN: Record<LayoutName, readonly (readonly [Place, Box])[]> = {
  cover: [
    ['title', COVER.title],
    ['subtitle', COVER.subtitle],
  ],
  content: [
    ['title', FRAME.title],
    ['body', FRAME.body],
  ],
  columns: [
    ['title', FRAME.title],
    ['body', columnBox(0)],
    ['second', columnBox(1)],
  ],
  'title-only': [['title', FRAME.title]],
};

export const LAYOUT_NAMES = ['cover', 'content', 'columns', 'title-only'] as const satisfies readonly LayoutName[];
const TITLES: Record<LayoutName, string> = {
  cover: 'Cover',
  content: 'Text',
  columns: 'Two columns',
  'title-only': 'Title',
};

export const layout = (side: Side, name: LayoutName): string => {
  const type = name === 'cover' ? ' type="title"' : name === 'title-only' ? ' type="titleOnly"' : '';
  const places = [...OWN[name], ...SHARED].map(([place, box], index) =>
    hint(side, place, box, index + 2, name === 'cover'),
  );
  return `${XML}<p:sldLayout ${NAMESPACES}${type} preserve="1" userDrawn="1"><p:cSld name="${TITLES[name]}"><p:spTree>${EMPTY_GROUP}${places.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
};

const level = (side: Side, tag: string, size: number, bold: boolean): string =>
  `<a:${tag} marL="0" indent="0" algn="${side.rightToLeft ? 'r' : 'l'}" defTabSz="914400" rtl="${side.rightToLeft ? 1 : 0}" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:${tag}>`;
const levels = (side: Side, size: number): string =>
  Array.from({ length: 9 }, (_, index) => level(side, `lvl${index + 1}pPr`, size, false)).join('');

export const defaultTextStyle = (side: Side): string => `<p:defaultTextStyle>${levels(side, 18)}</p:defaultTextStyle>`;

/** The id of the first layout; the master's is one less. */
export const FIRST_LAYOUT = 2_147_483_649;

export const master = (side: Side): string => {
  const places: readonly (readonly [Place, Box])[] = [
    ['title', FRAME.title],
    ['body', FRAME.body],
    ['footer', FRAME.footer],
    ['number', FRAME.number],
  ];
  const ids = LAYOUT_NAMES.map((_, index) => `<p:sldLayoutId id="${FIRST_LAYOUT + index}" r:id="rId${index + 1}"/>`);
  return `${XML}<p:sldMaster ${NAMESPACES}><p:cSld>${BACKGROUND}<p:spTree>${EMPTY_GROUP}${STRIPE(side)}${places
    .map(([place, box], index) => hint(side, place, box, index + 2, false))
    .join(
      '',
    )}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${ids.join('')}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>${level(side, 'lvl1pPr', 32, true)}</p:titleStyle><p:bodyStyle>${levels(side, 20)}</p:bodyStyle><p:otherStyle>${levels(side, 18)}</p:otherStyle></p:txStyles></p:sldMaster>`;
};
