import { TONES } from '../bar-picture.ts';
import type { Tone } from '../report-blocks.ts';
import { runsRightToLeft, splitByDirection } from '../split-by-direction.ts';
import type { Lead } from './deck.ts';
import { INDENT, SMALLEST } from './fit-text.ts';
import { measureText } from './measure-text.ts';
import {
  SLIDE,
  type Box,
  type Colour,
  type LaidOutSlide,
  type Paragraph,
  type Place,
  type Run,
  type Shape,
} from './shapes.ts';

/** English Metric Units in a point. */
const POINT = 12_700;
const emu = (points: number): number => Math.round(points * POINT);

export const LANGUAGES: Readonly<Record<string, string>> = { en: 'en-GB', fr: 'fr-FR', ar: 'ar-SA' };

/** What XML reserves; texts are already free of what it cannot hold. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Which way a deck runs, and its language. */
export type Side = { rightToLeft: boolean; language: string };

const SCHEME: Record<Colour, string> = {
  ink: 'tx1',
  soft: 'tx2',
  accent: 'accent1',
  warn: 'accent2',
  line: 'bg2',
  paper: 'bg1',
};
const schemeFill = (colour: Colour): string => `<a:solidFill><a:schemeClr val="${SCHEME[colour]}"/></a:solidFill>`;
const plainFill = (rgb: string): string => `<a:solidFill><a:srgbClr val="${rgb}"/></a:solidFill>`;

/** A box where the deck has it: one that runs from the right is a mirror of the other. */
export const transform = (
  side: Side,
  { x, y, width, height }: Box,
  tag = 'a:xfrm',
  inside = '',
  turned = 0,
): string => {
  const left = side.rightToLeft ? SLIDE.width - x - width : x;
  return `<${tag}${turned === 0 ? '' : ` rot="${turned}"`}><a:off x="${emu(left)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/>${inside}</${tag}>`;
};

const PLACES: Record<Place, string> = {
  title: '<p:ph type="title"/>',
  subtitle: '<p:ph type="subTitle" idx="1"/>',
  body: '<p:ph type="body" idx="1"/>',
  second: '<p:ph type="body" idx="2"/>',
  kicker: '<p:ph type="body" sz="quarter" idx="13"/>',
  marking: '<p:ph type="body" sz="quarter" idx="14"/>',
  status: '<p:ph type="body" sz="quarter" idx="15"/>',
  footer: '<p:ph type="ftr" sz="quarter" idx="11"/>',
  number: '<p:ph type="sldNum" sz="quarter" idx="12"/>',
};
export const placeholder = (place: Place, isCover: boolean): string =>
  place === 'title' && isCover ? '<p:ph type="ctrTitle"/>' : PLACES[place];

/** Links of a slide in the order of their ids: `rId2` and so on. */
type Links = Lead[];

const linkTo = (to: Lead, links: Links): string => {
  const known = links.findIndex(({ section, slide }) => section === to.section && slide === to.slide);
  const at = known === -1 ? links.push(to) - 1 : known;
  return `<a:hlinkClick r:id="rId${at + 2}" action="ppaction://hlinksldjump"/>`;
};

const runXml = (
  side: Side,
  { text, bold, colour = 'ink', tone, to }: Run,
  { size, rightToLeft, links }: { size: number; rightToLeft: boolean; links: Links },
): string => {
  const fill = tone === undefined ? schemeFill(colour) : plainFill(TONES[tone]);
  const link = to === undefined ? '' : linkTo(to, links);
  return splitByDirection(text, rightToLeft)
    .map((part) => {
      const language =
        part.language ?? LANGUAGES[part.rightToLeft ? 'ar' : side.language === 'ar' ? 'en' : side.language];
      return `<a:r><a:rPr lang="${language ?? 'en-GB'}" sz="${Math.round(size * 100)}" b="${bold === true ? 1 : 0}" dirty="0">${fill}${link}</a:rPr><a:t>${escapeXml(part.text)}</a:t></a:r>`;
    })
    .join('');
};

/** What decides which way a paragraph runs: people's words rather than codes and notes beside them. */
const directionOf = (side: Side, runs: readonly Run[]): boolean => {
  const words = runs.filter(({ colour }) => colour !== 'soft');
  return runsRightToLeft((words.length === 0 ? runs : words).map(({ text }) => text).join(' '), side.rightToLeft);
};

const paragraphXml = (side: Side, paragraph: Paragraph, links: Links): string => {
  const { runs, size, align = 'start', held = false, list, before = 0 } = paragraph;
  const rightToLeft = directionOf(side, runs);
  const begins = (held ? side.rightToLeft : rightToLeft) ? 'r' : 'l';
  const ends = begins === 'r' ? 'l' : 'r';
  const algn = align === 'center' ? 'ctr' : align === 'start' ? begins : ends;
  const indent = list === undefined ? 'marL="0" indent="0"' : `marL="${emu(INDENT)}" indent="${-emu(INDENT)}"`;
  const accent = '<a:buClr><a:schemeClr val="accent1"/></a:buClr>';
  const mark = {
    none: '<a:buNone/>',
    bullet: `${accent}<a:buFont typeface="Arial"/><a:buChar char="•"/>`,
    number: `${accent}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>`,
  }[list ?? 'none'];
  return `<a:p><a:pPr ${indent} algn="${algn}" rtl="${rightToLeft ? 1 : 0}"><a:spcBef><a:spcPts val="${Math.round(before * 100)}"/></a:spcBef>${mark}</a:pPr>${runs
    .map((run) => runXml(side, run, { size, rightToLeft, links }))
    .join('')}</a:p>`;
};

const ANCHORS = { top: 't', middle: 'ctr', bottom: 'b' } as const;
export const bodyProperties = (anchor: keyof typeof ANCHORS = 'top'): string =>
  `<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${ANCHORS[anchor]}"><a:noAutofit/></a:bodyPr>`;
const RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';
/** Screen readers pass over it (Office, 2019 and later). */
const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

const decoration = (id: number, name: string, properties: string, text = ''): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}">${DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${properties}</p:spPr><p:txBody>${bodyProperties('middle')}<a:lstStyle/>${text === '' ? '<a:p><a:endParaRPr lang="en-GB"/></a:p>' : text}</p:txBody></p:sp>`;

/** Dark letters on light parts, light ones on dark parts. */
const ON_TONE: Record<Tone, Colour> = {
  plain: 'paper',
  highest: 'paper',
  high: 'ink',
  middle: 'ink',
  low: 'ink',
  lowest: 'paper',
};

type BarShape = Extract<Shape, { kind: 'bar' }>;

/** The parts of a bar from its beginning, each with its count where there is room for it. */
const barXml = (side: Side, { name, box, bar, alt }: BarShape, id: number): { xml: string; next: number } => {
  let at = box.x;
  let next = id + 2;
  const parts = bar.flatMap(({ share, tone, count }) => {
    const width = share * box.width;
    const part = { ...box, x: at, width };
    at += width;
    if (width < 0.5) return [];
    const said = count === undefined || count === 0 ? '' : String(count);
    const fits = said !== '' && measureText(said, SMALLEST, true) + 4 <= width;
    const text = fits
      ? paragraphXml(
          side,
          { runs: [{ text: said, bold: true, colour: ON_TONE[tone] }], size: SMALLEST, align: 'center' },
          [],
        )
      : '';
    return [
      decoration(
        next++,
        'Part',
        `${transform(side, part)}${RECTANGLE}${plainFill(TONES[tone])}<a:ln><a:noFill/></a:ln>`,
        text,
      ),
    ];
  });
  const track = decoration(
    id + 1,
    'Track',
    `${transform(side, box)}${RECTANGLE}${plainFill('EFEAE0')}<a:ln w="9525">${schemeFill('line')}</a:ln>`,
  );
  const inner = transform(side, box, 'a:xfrm').replace('<a:xfrm>', '').replace('</a:xfrm>', '');
  const child = inner.replace('a:off', 'a:chOff').replace('a:ext ', 'a:chExt ');
  return {
    xml: `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${id}" name="${escapeXml(name)}" descr="${escapeXml(alt)}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>${inner}${child}</a:xfrm></p:grpSpPr>${track}${parts.join('')}</p:grpSp>`,
    next,
  };
};

const textXml = (
  side: Side,
  shape: Extract<Shape, { kind: 'text' }>,
  id: number,
  isCover: boolean,
  links: Links,
): string => {
  const { name, box, place, paragraphs, anchor } = shape;
  const kind =
    place === undefined
      ? '<p:cNvSpPr txBox="1"/><p:nvPr/>'
      : `<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholder(place, isCover)}</p:nvPr>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escapeXml(name)}"/>${kind}</p:nvSpPr><p:spPr>${transform(side, box)}${RECTANGLE}</p:spPr><p:txBody>${bodyProperties(anchor)}<a:lstStyle/>${paragraphs
    .map((paragraph) => paragraphXml(side, paragraph, links))
    .join('')}</p:txBody></p:sp>`;
};

/** Degrees of 1/60 000. */
const UPWARDS = 20_100_000;

const watermarkXml = (side: Side, text: string, id: number): string => {
  const size = [150, 130, 110, 90, 70, 50].find((one) => measureText(text, one, true) <= SLIDE.width * 0.8) ?? 40;
  const box = { x: 0, y: SLIDE.height / 2 - size * 0.7, width: SLIDE.width, height: size * 1.4 };
  const rightToLeft = runsRightToLeft(text, side.rightToLeft);
  const paragraph = `<a:p><a:pPr algn="ctr" rtl="${rightToLeft ? 1 : 0}"/><a:r><a:rPr lang="${LANGUAGES[side.language] ?? 'en-GB'}" sz="${size * 100}" b="1" dirty="0">${plainFill('F1ECE2')}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p>`;
  return decoration(
    id,
    'Watermark',
    `${transform(side, box, 'a:xfrm', '', UPWARDS)}${RECTANGLE}<a:noFill/>`,
    paragraph,
  );
};

/** The number of the slide, which follows it when slides are moved. */
const numberXml = (side: Side, box: Box, id: number, number: number): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Slide number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${PLACES.number}</p:nvPr></p:nvSpPr><p:spPr>${transform(side, box)}${RECTANGLE}</p:spPr><p:txBody>${bodyProperties('middle')}<a:lstStyle/><a:p><a:pPr algn="${side.rightToLeft ? 'l' : 'r'}"/><a:fld id="{52415050-4F52-4000-8000-000000000001}" type="slidenum"><a:rPr lang="${LANGUAGES[side.language] ?? 'en-GB'}" sz="1400" dirty="0">${schemeFill('soft')}</a:rPr><a:t>${number}</a:t></a:fld></a:p></p:txBody></p:sp>`;

export const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const EMPTY_GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** A slide as a part, and the slides its links lead to in the order of their ids. */
export const slideXml = (
  side: Side,
  { layout, shapes }: LaidOutSlide,
  number: { box: Box; value: number },
): { xml: string; links: Links } => {
  const links: Links = [];
  let id = 2;
  const drawn = shapes.map((shape): string => {
    switch (shape.kind) {
      case 'text':
        return textXml(side, shape, id++, layout === 'cover', links);
      case 'bar': {
        const { xml, next } = barXml(side, shape, id);
        id = next;
        return xml;
      }
      case 'rule':
        return decoration(
          id++,
          'Line',
          `${transform(side, shape.box)}${RECTANGLE}${schemeFill(shape.colour)}<a:ln><a:noFill/></a:ln>`,
        );
      case 'watermark':
        return watermarkXml(side, shape.text, id++);
    }
  });
  const xml = `${XML}<p:sld ${NAMESPACES}><p:cSld><p:spTree>${EMPTY_GROUP}${drawn.join('')}${numberXml(side, number.box, id, number.value)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
  return { xml, links };
};
