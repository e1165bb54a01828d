/** A square that an app scans. Black on white in every colour scheme, or no camera reads it. */
export const QrSquare = ({ size, path, label }: { size: number; path: string; label: string }) => (
  <svg className="qr-square" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
    <rect width={size} height={size} fill="#fff" />
    <path d={path} fill="#000" />
  </svg>
);
