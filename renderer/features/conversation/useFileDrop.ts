import { useRef, useState } from 'react'
import type { DragEvent } from 'react'

/** Files dragged over an element and dropped on it; text and links dragged about are left alone. */
export function useFileDrop(onFiles: (files: File[]) => void) {
  const [isOver, setIsOver] = useState(false)
  /** Every child that is entered is told of before the one that is left. */
  const depth = useRef(0)
  const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')
  const end = () => {
    depth.current = 0
    setIsOver(false)
  }
  return {
    isOver,
    dropHandlers: {
      onDragEnter(event: DragEvent) {
        if (!carriesFiles(event)) return
        event.preventDefault()
        depth.current += 1
        setIsOver(true)
      },
      onDragOver(event: DragEvent) {
        if (carriesFiles(event)) event.preventDefault()
      },
      onDragLeave(event: DragEvent) {
        if (!carriesFiles(event)) return
        depth.current -= 1
        if (depth.current <= 0) end()
      },
      onDrop(event: DragEvent) {
        if (!carriesFiles(event)) return
        event.preventDefault()
        end()
        onFiles([...event.dataTransfer.files])
      },
    },
  }
}
