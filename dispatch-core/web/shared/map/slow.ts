import type { Map } from 'maplibre-gl';

/** What browsers call a WebGL without a graphics card: every picture of the map is then work for the processor. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether this machine draws the map without a graphics card, as old desks and remote ones do: it should draw less often. */
export function drawsSlowly(map: Map): boolean {
  const gl = map.getCanvas().getContext('webgl2');
  const info = gl?.getExtension('WEBGL_debug_renderer_info');
  return SOFTWARE.test(String(gl && info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : ''));
}
