// Command hello greets people.
package main

import (
	"fmt"
	"os"
)

func main() {
	name := "world"
	if len(os.Args) > 1 {
		name = os.Args[1]
	}
	fmt.Println(greeting(name))
}

// greeting is a greeting for somebody.
func greeting(name string) string {
	return "Hello, " + name + "!"
}
