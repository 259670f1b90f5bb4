// A picture as SVG text.
import { curlyPicture } from '../curly-quotes.ts'
import { drawAreas } from './areas.ts'
import { drawBars, drawBoard } from './bars.ts'
import { drawCalendar } from './calendar.ts'
import { drawLayers } from './layers.ts'
import type { Picture } from './picture.ts'
import { drawSteps } from './steps.ts'

export function drawSvg(given: Picture): string {
  const picture = curlyPicture(given)
  switch (picture.kind) {
    case 'calendar':
      return drawCalendar(picture).svg
    case 'bars':
      return drawBars(picture).svg
    case 'board':
      return drawBoard(picture).svg
    case 'layers':
      return drawLayers(picture).svg
    case 'areas':
      return drawAreas(picture).svg
    case 'steps':
      return drawSteps(picture).svg
  }
}
