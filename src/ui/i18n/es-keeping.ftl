## Drafts

drafts = Siga donde lo dejó
draft-state = { $count ->
    [0] { $when }
    [one] { $when }, una línea cambiada
   *[other] { $when }, { $count } líneas cambiadas
}
draft-continue = Continuar
draft-copy = Continuar con una copia
draft-open-elsewhere = Abierto en otra pestaña. Una copia seguirá su propio camino.
draft-download-named = Descargar el borrador de { $file }
draft-discard = Descartar
draft-discard-named = Descartar el borrador de { $file }
draft-discard-title = ¿Descartar el borrador?
draft-discard-about = Lo que se cambió y no se guardó se perderá para siempre.
keep-draft = Conservar el borrador
draft-elsewhere = { $file } acaba de abrirse en otra pestaña. Puede seguir con una copia.
draft-copied = Otra pestaña sigue con una copia de { $file }. Cada pestaña conserva sus propios cambios.
draft-full = Sus cambios no se conservan como borrador: el almacenamiento del navegador está lleno. Siguen aquí mientras la página esté abierta; guarde o descargue el archivo.
draft-refused = Sus cambios no se conservan como borrador: el navegador niega el almacenamiento, como en una ventana privada. Siguen aquí mientras la página esté abierta; guarde o descargue el archivo.
draft-newer = Sus cambios no se conservan como borrador: un Pipewright más nuevo tiene el almacenamiento. Recargue la página. Hasta entonces siguen aquí mientras la página esté abierta.
draft-damaged = Sus cambios no se conservan como borrador: el navegador no puede usar su almacenamiento para esta página. Siguen aquí mientras la página esté abierta; guarde o descargue el archivo.
discard-draft = Como borrador esperan en la primera página y en «Nuevo desde una plantilla…».
set-aside = Conservar como borrador y abrir

## Files on disk

recent = Archivos recientes
recent-forget = Olvidar { $file }
recent-gone = { $file } ya no está donde estaba.
recent-refused = { $file } no se abrió: el navegador no tiene permiso para leerlo.
save = Guardar
keys-save = Guardar en su lugar o exportar
save-as = Guardar como…
saved = { $file } se guardó.
save-refused = { $file } no se guardó: el navegador no tiene permiso para escribirlo. Permítalo o descargue el archivo.
save-full = { $file } no se guardó: el disco está lleno. Sus cambios siguen aquí.
save-failed = { $file } no se guardó. Sus cambios siguen aquí; pruebe «Guardar como…» o descargue el archivo.
save-changed-kind = { $file } no se guardó: en el disco ya no es un texto. Use «Guardar como…» para otro lugar.
read-again = { $file } cambió en el disco y se leyó de nuevo.
changed-on-disk-title = { $file } cambió en el disco
changed-on-disk-about = Otro programa cambió el archivo desde que se leyó aquí, y usted tiene cambios sin guardar. Fusionar reúne ambos; donde los dos cambiaron las mismas líneas, usted decide.
changed-on-disk-not-saved = Todavía no se guardó nada.
overwrite = Sobrescribir el archivo

## Links

share-more = Compartir como enlace…
share-title = Compartir como enlace
share-about = El enlace contiene el texto entero. Quien lo abra recibe una copia; nada se envía a un servidor.
share-link = Enlace
share-size = { $size } caracteres de { $limit } como máximo
share-too-long = El enlace tendría { $size } caracteres; con más de { $limit } se cortaría en el camino. Exporte el archivo y envíe ese.
share-failed = El navegador no pudo crear el enlace.
copy-link = Copiar el enlace
link-copied = El enlace se copió.
link-not-copied = El navegador negó el portapapeles. Copie el enlace del campo.
shared-title = Un pipeline desde un enlace
shared-about = { $count ->
    [one] El enlace contiene { $file }, una línea.
   *[other] El enlace contiene { $file }, { $count } líneas.
}
shared-open = Lo que está abierto sigue hasta que usted decida; se preguntará por los cambios sin guardar.
open-shared = Abrirlo
not-now = Ahora no
share-too-much = El enlace contiene demasiado y no se abrió.
share-newer = El enlace lo creó un Pipewright más nuevo y no puede leerse aquí.
share-damaged = El enlace está dañado, quizá se cortó en el camino, y no se abrió.

## Pictures

picture = Tablero como imagen
picture-svg = Dibujo SVG
picture-png = Imagen PNG
picture-mermaid = Copiar como Mermaid
picture-failed = El navegador no pudo crear la imagen.
mermaid-copied = El tablero se copió como Mermaid. Péguelo en un bloque mermaid de Markdown.

## Embedded

embed-waiting = Todavía no hay ningún pipeline cargado.
