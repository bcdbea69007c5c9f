## Plantillas

starters-language = Un proyecto
starters-delivery = Entrega
starters-larger = Más de un pipeline
starter-minimal = Mínimo
starter-minimal-about = Dos etapas, un trabajo en cada una.
starter-python = Python
starter-python-about = Estilo, pruebas en dos versiones con cobertura, un wheel por etiqueta.
starter-rust = Rust
starter-rust-about = Formato, Clippy, pruebas y una compilación optimizada.
starter-node = Node.js
starter-node-about = Revisión y pruebas a la vez, después la construcción.
starter-java = Java
starter-java-about = Maven: compilar, probar con cobertura, empaquetar.
starter-go = Go
starter-go-about = Formato y vet, pruebas con cobertura, un binario estático.
starter-docker = Imágenes Docker
starter-docker-about = Con nombre único; construidas, probadas, entregadas tal cual y desplegadas en producción por etiqueta.
starter-pages = GitLab Pages
starter-pages-about = Un sitio estático, construido en cada cambio y publicado desde la rama predeterminada.
starter-tofu = OpenTofu o Terraform
starter-tofu-about = Comprobar, planear y aplicar a mano exactamente lo planeado.
starter-monorepo = Monorepo
starter-monorepo-about = Un pipeline hijo por proyecto, que se inicia cuando algo suyo cambia.
starter-component = Componente de CI/CD
starter-component-about = Una plantilla con parámetros, su propio pipeline de pruebas y su publicación.

## Sus archivos

companions = Archivos que lo acompañan
companions-more = Archivos que lo acompañan…
companions-about = Lo que el pipeline necesita para funcionar tal como está. Ponga cada archivo donde dice su ruta.
companions-offer = { $count ->
    [one] Un archivo acompaña a este pipeline para que funcione tal como está.
   *[other] { $count } archivos acompañan a este pipeline para que funcione tal como está.
}
companions-show = Ver los archivos
companions-dismiss = Ocultar. Los archivos siguen en el menú Archivo.
companions-zip = Descargar todo como .zip
copy-file = Copiar
copy-file-named = Copiar { $file }
file-copied = Se copió { $file }.
file-not-copied = El navegador no permitió el portapapeles. Seleccione el texto y cópielo, o descargue el archivo.
download-file-named = Descargar { $file }
file-text = Texto de { $file }
download-zip = Descargar como .zip

## Sus trabajos en otro pipeline

insert-more = Añadir trabajos de una plantilla…
insert-title = Añadir trabajos de una plantilla
insert-starter = Plantilla
insert-jobs = Trabajos
insert-job = { $job } (etapa { $stage })
insert-about = Elija los trabajos. Con ellos viene lo que necesitan: trabajos, etapas, variables, valores por defecto.
insert-alone = No viene nada más que sus etapas, variables y valores por defecto.
insert-along = También vienen: { $names }. Lo que aquí ya es igual se usa en su lugar.
insert-confirm = { $count ->
    [0] Añadir trabajos
    [one] Añadir un trabajo
   *[other] Añadir { $count } trabajos
}
done-insert-jobs = Añadido de una plantilla: { $jobs }.
refused-cant-take = { $what } del otro pipeline no se puede tomar. Copie su texto.
