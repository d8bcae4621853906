export { COVERED_SHAPES } from './covered-shapes';
export { recordShapes, shapesOf, type ShapeRecording } from './record-shapes';
